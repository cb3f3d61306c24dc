import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** On a schedule it is asked who still needs which right (decision 101). Off until an administrator sets a day. */
export class Recertification1795793100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence recertification_number;
      create function next_recertification_code() returns text language sql as $$
        select 'RC-' || lpad(n::text, greatest(4, length(n::text)), '0') from (select nextval('recertification_number') as n) next
      $$;
      create table recertification_setting (
        id int primary key check (id = 1),
        every_months int not null check (every_months between 1 and 24),
        answer_days int not null check (answer_days between 3 and 90),
        next_on date
      );
      create table recertification_round (
        id uuid primary key,
        code text not null unique default next_recertification_code(),
        opened_at timestamptz not null,
        due_at timestamptz not null,
        reminded int not null default 0,
        overdue_told_at timestamptz,
        closed_at timestamptz
      );
      create table recertification_item (
        id uuid primary key,
        round_id uuid not null references recertification_round (id),
        kind text not null check (kind in ('role', 'grant')),
        -- No reference: the row of a role goes when it is taken away.
        right_id uuid not null,
        person_id uuid references person (id),
        of_team_id uuid references team (id),
        role text not null,
        team_id uuid references team (id),
        client_id uuid references client (id),
        state text not null check (state in ('open', 'kept', 'removal_asked', 'removed', 'gone')),
        answered_by_person_id uuid references person (id),
        answered_at timestamptz,
        reason text,
        removed_by_person_id uuid references person (id),
        removed_at timestamptz,
        unique (round_id, kind, right_id),
        constraint a_role_has_its_person check ((kind = 'role') = (person_id is not null) and (kind = 'role') = (of_team_id is not null)),
        constraint no_person_answers_about_themselves check (answered_by_person_id <> person_id and removed_by_person_id <> person_id),
        constraint answered_by_a_person check ((state in ('kept', 'removal_asked', 'removed')) = (answered_by_person_id is not null)
          and (answered_by_person_id is null) = (answered_at is null) and (answered_at is null) = (reason is null)),
        constraint removed_at_a_time check ((state in ('removed', 'gone')) = (removed_at is not null))
      );
      create index recertification_item_open on recertification_item (round_id, state);
      grant usage on sequence recertification_number to shouwen_runtime;
      grant select, insert, update on recertification_setting to shouwen_runtime;
      grant select, insert on recertification_round, recertification_item to shouwen_runtime;
      grant update (reminded, overdue_told_at, closed_at) on recertification_round to shouwen_runtime;
      grant update (state, answered_by_person_id, answered_at, reason, removed_by_person_id, removed_at) on recertification_item to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
