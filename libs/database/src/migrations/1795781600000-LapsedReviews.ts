import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A drawn call whose sound was destroyed before its review waits for no person any more, and is not counted as reviewed either. */
export class LapsedReviews1795781600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table review_assignment drop constraint review_assignment_state_check;
      alter table review_assignment add constraint review_assignment_state_check
        check (state in ('open', 'done', 'replaced', 'lapsed'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
