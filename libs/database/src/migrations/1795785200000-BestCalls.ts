import { type MigrationInterface, type QueryRunner } from 'typeorm';

const BEST_CALLS = `
  create sequence best_call_number;
  create function next_best_call_code() returns text language sql set search_path = pg_catalog, public as $$
    select 'BC-' || lpad(n::text, greatest(4, length(n::text)), '0') from (select nextval('best_call_number') as n) next
  $$;
  create table best_call (
    id uuid primary key,
    -- BC-0001: how people speak of it.
    code text not null unique default next_best_call_code(),
    call_id uuid not null references call (id),
    leg_id uuid not null references leg (id),
    recording_id uuid not null references recording (id),
    agent_person_id uuid not null references person (id),
    team_id uuid not null references team (id),
    checklist_id text,
    item_id text,
    from_ms int not null check (from_ms >= 0),
    to_ms int not null,
    -- What people wrote about it; ends with the recording.
    title text,
    note text,
    -- Who may hear it: people of the team, or of the company.
    scope text not null check (scope in ('team','company')),
    nominated_by_person_id uuid not null references person (id),
    nominated_at timestamptz not null,
    -- When the agent agreed.
    agreed_at timestamptz,
    published_by_person_id uuid references person (id),
    published_at timestamptz,
    ended_at timestamptz,
    ended_why text check (ended_why in ('declined','agreement_taken_back','withdrawn','destroyed','handed_over')),
    ended_by_person_id uuid references person (id),
    ended_reason text,
    constraint best_call_is_a_stretch check (from_ms < to_ms),
    constraint best_call_item_is_whole check ((checklist_id is null) = (item_id is null)),
    -- Three people: who proposes it, whose call it is, who publishes it.
    constraint nominated_by_another check (nominated_by_person_id <> agent_person_id),
    constraint published_by_a_second check (published_by_person_id is null
      or (published_by_person_id <> nominated_by_person_id and published_by_person_id <> agent_person_id)),
    constraint published_by_a_person check ((published_at is null) = (published_by_person_id is null)),
    constraint published_with_agreement check (published_at is null or agreed_at is not null),
    constraint best_call_ended_for_a_reason check ((ended_at is null) = (ended_why is null))
  );
  create index best_call_live on best_call (published_at desc, id desc) where ended_at is null;
  create index best_call_of_leg on best_call (leg_id);
  create index best_call_of_agent on best_call (agent_person_id);
  revoke all on function next_best_call_code() from public;
  grant execute on function next_best_call_code() to shouwen_runtime;
  grant usage on sequence best_call_number to shouwen_runtime;
  grant select, insert on best_call to shouwen_runtime;
  grant update (title, note, agreed_at, published_by_person_id, published_at, ended_at, ended_why, ended_by_person_id, ended_reason)
    on best_call to shouwen_runtime;
`;

/** A published best call is heard by its own right: three people gave it, and it is to a stretch, silenced. */
const PLAYS = `
  alter table play add column best_call_id uuid references best_call (id);
  alter table play drop constraint play_under_one_grant;
  alter table play add constraint play_under_one_grant check (num_nonnulls(grant_id, request_grant_id, best_call_id) = 1);
`;

/** Best calls: nominated, agreed to by their agent, published by a second person (docs/how-to/best-calls.md). */
export class BestCalls1795785200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [BEST_CALLS, PLAYS]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
