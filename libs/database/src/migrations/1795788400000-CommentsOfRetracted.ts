import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What was remarked with a review that was retracted is shown to the agent no more, as with those that are retracted from now on. */
export class CommentsOfRetracted1795788400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'update leg_comment set scorecard_id = null where scorecard_id in (select scorecard_id from review_retraction)',
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
