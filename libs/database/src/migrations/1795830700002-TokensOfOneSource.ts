import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A token may send calls and records of one telephone system alone. */
export class TokensOfOneSource1795830700002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table api_token add column source text
        check (source is null or (source ~ '^[a-z0-9][a-z0-9._-]{0,62}$' and scopes = '["calls.ingest"]'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
