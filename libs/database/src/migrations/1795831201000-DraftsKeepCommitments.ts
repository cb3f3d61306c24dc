import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Tables and code have one word for what an agent promised: a commitment. */
export class DraftsKeepCommitments1795831201000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table review_draft rename column promises to commitments');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
