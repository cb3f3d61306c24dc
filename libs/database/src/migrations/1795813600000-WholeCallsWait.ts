import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What cannot be judged of a whole call waits as one, and a person may say that it is not to be judged by these words. */
const WAITING = `
  alter table awaiting_person add column whole boolean not null default false;
  alter table awaiting_person drop constraint awaiting_person_closed_why_check;
  alter table awaiting_person add constraint awaiting_person_closed_why_check check (closed_why in ('answered','superseded','set_aside'));
  create table set_aside (
    id uuid primary key,
    leg_id uuid not null references leg (id),
    -- Words that are made anew are judged again.
    transcript_id uuid not null references transcript (id),
    reason text not null check (reason in ('no_speech','no_conversation','other_language','not_understood')),
    by_person_id uuid not null references person (id),
    at timestamptz not null,
    taken_back_by_person_id uuid references person (id),
    taken_back_at timestamptz,
    constraint taken_back_by_a_person check ((taken_back_at is null) = (taken_back_by_person_id is null))
  );
  create unique index set_aside_once on set_aside (leg_id, transcript_id) where taken_back_at is null;
  create trigger set_aside_needs_other_eyes before insert on set_aside
    for each row execute function nobody_judges_own_call('by_person_id');
  grant select, insert on set_aside to shouwen_runtime;
  grant update (taken_back_by_person_id, taken_back_at) on set_aside to shouwen_runtime;
`;

/** What a person said of the sides, which the words do not have yet. */
const SIDES = `alter table recording add column sides_said text check (sides_said in ('swapped','as_they_are'));`;

export class WholeCallsWait1795813600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WAITING);
    await runner.query(SIDES);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
