import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The draft of a review keeps what its author answered to promises of the leg, too. */
export class DraftsKeepPromises1795812030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table review_draft add column promises jsonb not null default '[]'`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
