import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * When a page of a session was last known to look on, by its open socket: it keeps lists without words there after the idle time. And by which
 * key a browser seals what an account typed and did not send (decision 109).
 */
export class SessionsLookOn1795813200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session add column watched_at timestamptz;
      alter table account add column typed_key bytea;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
