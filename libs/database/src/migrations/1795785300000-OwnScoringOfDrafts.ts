import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** An own scoring that was asked for in a draft keeps no other session from asking: it counts once it has begun. */
export class OwnScoringOfDrafts1795785300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index self_evaluation_once');
    await runner.query(`create unique index self_evaluation_once on self_evaluation (leg_id, checklist_id)
      where until is not null and submitted_at is null and ended_at is null`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
