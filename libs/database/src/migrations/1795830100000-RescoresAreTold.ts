import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Scoring a period again may keep to one checklist, and then lists what flipped as a back-test does. In which legs another score counts since
 * is kept, so that each agent is told once, for the whole run.
 */
export class RescoresAreTold1795830100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table quality_run drop constraint back_test_has_a_checklist,
        add constraint back_test_has_a_checklist check ((definition is null) = (checklist_id is null)
          and (kind <> 'back_test' or definition is not null) and (kind <> 'rehear' or definition is null));
      create table rescored_leg (
        run_id uuid not null references quality_run (id),
        leg_id uuid not null references leg (id),
        checklist_id text not null,
        person_id uuid not null references person (id),
        -- Of the score that was shown before and of the one that is shown since; null where it has no total.
        from_points numeric,
        to_points numeric,
        primary key (run_id, leg_id, checklist_id)
      );
      create table rescore_telling (
        id uuid primary key,
        run_id uuid not null references quality_run (id),
        person_id uuid not null references person (id),
        calls int not null check (calls > 0),
        points numeric not null,
        constraint agents_are_told_once_of_a_run unique (run_id, person_id)
      );
      grant select, insert on rescored_leg, rescore_telling to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
