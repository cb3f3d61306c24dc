import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What each leg adds to the sums of a back-test, so that it can be taken out of them for a person who is to judge it blind (decision 84). */
export class BackTestLegs1795806100100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table back_test_leg (
        run_id uuid not null references quality_run (id) on delete cascade,
        leg_id uuid not null references leg (id) on delete cascade,
        -- As back_test_count has the leg.
        person_id uuid not null references person (id),
        -- 'item from to'.
        moves text[] not null,
        -- 'item human to'.
        agreements text[] not null,
        primary key (run_id, leg_id)
      );
      grant select, insert on back_test_leg to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
