import { type MigrationInterface, type QueryRunner } from 'typeorm';

const GOALS = `
  create table coaching_goal (
    id uuid primary key,
    session_id uuid not null references coaching_session (id) on delete cascade,
    -- An item of a checklist that is to be met …
    checklist_id text,
    item_id text,
    -- … or a measure of a call that is to stay at or below a bound.
    measure text check (measure in ('longest_silence','interruptions','talk_share')),
    at_most double precision check (at_most >= 0),
    -- Of 100 calls, how many are to do so.
    target_percent int not null check (target_percent between 1 and 100),
    from_day date not null,
    until_day date not null,
    set_by_person_id uuid not null references person (id),
    set_at timestamptz not null,
    ended_at timestamptz,
    ended_by_person_id uuid references person (id),
    constraint goal_is_one_thing check (
      (checklist_id is not null and item_id is not null and measure is null and at_most is null)
      or (checklist_id is null and item_id is null and measure is not null and at_most is not null)),
    constraint goal_has_days check (from_day <= until_day),
    constraint goal_ended_by_a_person check ((ended_at is null) = (ended_by_person_id is null))
  );
  create index coaching_goal_of_session on coaching_goal (session_id);
  create index coaching_goal_due on coaching_goal (until_day) where ended_at is null;
  grant select, insert, update, delete on coaching_goal to shouwen_runtime;
`;

/** Goals of coaching, whose follow-up is counted from the agent's later calls. */
export class CoachingGoals1795785100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(GOALS);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
