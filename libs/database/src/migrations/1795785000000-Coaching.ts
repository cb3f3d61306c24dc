import { type MigrationInterface, type QueryRunner } from 'typeorm';

const SESSIONS = `
  create sequence coaching_number;
  create function next_coaching_code() returns text language sql set search_path = pg_catalog, public as $$
    select 'CO-' || lpad(n::text, greatest(4, length(n::text)), '0') from (select nextval('coaching_number') as n) next
  $$;
  create table coaching_session (
    id uuid primary key,
    -- CO-0001: how people speak of it.
    code text not null unique default next_coaching_code(),
    agent_person_id uuid not null references person (id),
    -- The agent's team when it was prepared: whose coaches see it.
    team_id uuid not null references team (id),
    coach_person_id uuid not null references person (id),
    held_on date,
    -- The coach's alone.
    private_notes text,
    shared_text text,
    created_at timestamptz not null,
    shared_at timestamptz,
    answered_at timestamptz,
    acknowledged_at timestamptz,
    closed_at timestamptz,
    -- The recordings that it was about are destroyed, and its texts with them.
    erased_at timestamptz,
    constraint coach_is_another check (coach_person_id <> agent_person_id),
    constraint nothing_before_it_is_shared check (shared_at is not null or (answered_at is null and acknowledged_at is null and closed_at is null)),
    constraint erased_says_nothing check (erased_at is null or (private_notes is null and shared_text is null))
  );
  create index coaching_of_agent on coaching_session (agent_person_id, created_at desc);
  create index coaching_of_coach on coaching_session (coach_person_id) where closed_at is null;
  create index coaching_of_team on coaching_session (team_id, created_at desc);
  create index coaching_by_time on coaching_session (created_at desc, id desc);
  create table coaching_moment (
    id uuid primary key,
    session_id uuid not null references coaching_session (id) on delete cascade,
    call_id uuid not null references call (id),
    leg_id uuid not null references leg (id),
    checklist_id text,
    item_id text,
    from_ms int check (from_ms >= 0),
    to_ms int,
    note text,
    added_at timestamptz not null,
    -- The recording was destroyed: note and place ended with it.
    erased_at timestamptz,
    constraint stretch_is_whole check ((from_ms is null) = (to_ms is null) and (from_ms is null or from_ms <= to_ms)),
    constraint item_is_whole check ((checklist_id is null) = (item_id is null)),
    constraint erased_moment_is_empty check (erased_at is null or (note is null and from_ms is null))
  );
  create index coaching_moment_of_session on coaching_moment (session_id, added_at);
  create index coaching_moment_of_leg on coaching_moment (leg_id);
  create table coaching_answer (
    id uuid primary key,
    session_id uuid not null references coaching_session (id) on delete cascade,
    -- null once the recordings of the session are destroyed.
    said text,
    at timestamptz not null
  );
  create index coaching_answer_of_session on coaching_answer (session_id, at);
`;

/** An agent scores a call of their own before they see its result. While a row is in force, all of the leg's results are withheld from them. */
const EVALUATIONS = `
  create table self_evaluation (
    id uuid primary key,
    session_id uuid not null references coaching_session (id) on delete cascade,
    call_id uuid not null references call (id),
    leg_id uuid not null references leg (id),
    checklist_id text not null,
    checklist_version int not null,
    asked_at timestamptz not null,
    -- null while the session is a draft.
    until timestamptz,
    submitted_at timestamptz,
    ended_at timestamptz,
    ended_why text check (ended_why in ('taken_back','closed','handed_over')),
    constraint ended_has_a_reason check ((ended_at is null) = (ended_why is null)),
    constraint over_in_one_way check (submitted_at is null or ended_at is null)
  );
  create unique index self_evaluation_once on self_evaluation (leg_id, checklist_id) where submitted_at is null and ended_at is null;
  create index self_evaluation_of_session on self_evaluation (session_id);
  create table self_evaluation_answer (
    evaluation_id uuid not null references self_evaluation (id) on delete cascade,
    item_id text not null,
    outcome text not null check (outcome in ('met','not_met','not_applicable','insufficient')),
    comment text,
    primary key (evaluation_id, item_id)
  );
  create table withheld_score (
    -- Why: the agent's own scoring that is waited for.
    evaluation_id uuid primary key,
    leg_id uuid not null references leg (id),
    person_id uuid not null references person (id),
    until timestamptz not null
  );
  create index withheld_score_from on withheld_score (person_id, leg_id);
`;

const RIGHTS = `
  revoke all on function next_coaching_code() from public;
  grant execute on function next_coaching_code() to shouwen_runtime;
  grant usage on sequence coaching_number to shouwen_runtime;
  grant select, insert, update, delete on coaching_session, coaching_moment, coaching_answer, self_evaluation, self_evaluation_answer, withheld_score
    to shouwen_runtime;
`;

/** Coaching: sessions from moments, the agent's own scoring before they see a result (docs/how-to/coach.md). */
export class Coaching1795785000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [SESSIONS, EVALUATIONS, RIGHTS]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
