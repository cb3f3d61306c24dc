import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the points of each leg would become by the tested checklist: a change of weights flips no result and moves many points. */
export class BackTestPoints1795790100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table back_test_points (
        run_id uuid not null references quality_run (id) on delete cascade,
        leg_id uuid not null references leg (id) on delete cascade,
        -- Of the newest automatic card on file and of the test; null where no total is given.
        from_points numeric,
        from_max numeric,
        to_points numeric,
        to_max numeric,
        primary key (run_id, leg_id)
      );
      grant select, insert on back_test_points to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
