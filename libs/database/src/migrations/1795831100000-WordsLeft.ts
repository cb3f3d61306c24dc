import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A call that people no longer want to hear is not taken up again by turns. */
export class WordsLeft1795831100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table live_call add column words_left_at timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
