import { type MigrationInterface, type QueryRunner } from 'typeorm';

const PLANS = `
  create sequence sampling_plan_number;
  create function next_sampling_plan_code() returns text language sql set search_path = pg_catalog, public as $$
    select 'SP-' || lpad(n::text, greatest(4, length(n::text)), '0') from (select nextval('sampling_plan_number') as n) next
  $$;
  create table sampling_plan (
    id uuid primary key,
    -- SP-0001: how people speak of it.
    code text not null unique default next_sampling_plan_code(),
    created_by_person_id uuid not null references person (id),
    created_at timestamptz not null,
    ended_at timestamptz,
    ended_by_person_id uuid references person (id),
    constraint ended_by_a_person check ((ended_at is null) = (ended_by_person_id is null))
  );
  create table sampling_plan_version (
    plan_id uuid not null references sampling_plan (id),
    version int not null check (version > 0),
    content jsonb not null,
    sha256 text not null,
    changed_by_person_id uuid not null references person (id),
    changed_at timestamptz not null,
    primary key (plan_id, version)
  );
`;

/** A seed is committed before its period begins, stays as it was, and is used once: the database refuses anything else. */
const DRAWS = `
  create table sampling_draw (
    id uuid primary key,
    plan_id uuid not null,
    plan_version int not null,
    from_day date not null,
    to_day date not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    seed text not null check (seed ~ '^[0-9a-f]{64}$'),
    seed_sha256 text not null,
    committed_at timestamptz not null,
    withdrawn_at timestamptz,
    drawn_at timestamptz,
    frame_sha256 text,
    frame_size int,
    not_ready int,
    reviewers int,
    taken int,
    picks_sha256 text,
    foreign key (plan_id, plan_version) references sampling_plan_version (plan_id, version),
    constraint seed_fits_commitment check (seed_sha256 = encode(sha256(decode(seed, 'hex')), 'hex')),
    constraint seed_comes_before_period check (committed_at < from_at),
    constraint drawn_after_period check (drawn_at >= to_at),
    constraint drawn_or_withdrawn check (drawn_at is null or withdrawn_at is null),
    constraint drawn_whole check ((drawn_at is null) = (frame_sha256 is null) and (drawn_at is null) = (picks_sha256 is null)
      and (drawn_at is null) = (frame_size is null) and (drawn_at is null) = (taken is null))
  );
  create unique index sampling_draw_once on sampling_draw (plan_id, from_day) where withdrawn_at is null;
  create index sampling_draw_due on sampling_draw (to_at, id) where drawn_at is null and withdrawn_at is null;
  create index sampling_draw_of_plan on sampling_draw (plan_id, from_at desc);
  create function sampling_draws_stay() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if old.drawn_at is not null or old.withdrawn_at is not null then
      raise exception 'a draw is made once' using errcode = 'check_violation', constraint = 'sampling_draws_stay';
    end if;
    return new;
  end $$;
  create trigger sampling_draw_stays before update on sampling_draw for each row execute function sampling_draws_stay();
  create table sampling_frame (
    draw_id uuid not null references sampling_draw (id),
    leg_id uuid not null references leg (id),
    call_id uuid not null references call (id),
    checklist_id text not null,
    stratum text not null,
    severity int not null,
    risks text[] not null,
    primary key (draw_id, leg_id)
  );
  create index sampling_frame_of_leg on sampling_frame (leg_id);
`;

const ASSIGNMENTS = `
  create table review_assignment (
    id uuid primary key,
    draw_id uuid not null references sampling_draw (id),
    leg_id uuid not null references leg (id),
    call_id uuid not null references call (id),
    checklist_id text not null,
    stratum text not null,
    place int not null check (place > 0),
    reviewer_person_id uuid references person (id),
    due_at timestamptz not null,
    state text not null check (state in ('open','done','replaced')),
    replaces_id uuid unique references review_assignment (id),
    replaced_reason text,
    -- The words of the person who replaced it: they end with the recording.
    replaced_note text,
    replaced_by_person_id uuid references person (id),
    created_at timestamptz not null,
    ended_at timestamptz,
    scorecard_id uuid references scorecard (id),
    unique (draw_id, leg_id),
    foreign key (draw_id, leg_id) references sampling_frame (draw_id, leg_id),
    constraint ended_when_over check ((state = 'open') = (ended_at is null)),
    constraint replaced_says_why check ((state = 'replaced') = (replaced_reason is not null)
      and (state = 'replaced') = (replaced_by_person_id is not null)),
    constraint done_has_a_card check ((state = 'done') = (scorecard_id is not null))
  );
  create index review_assignment_waiting on review_assignment (due_at, id) where state = 'open';
  create index review_assignment_of_reviewer on review_assignment (reviewer_person_id, due_at) where state = 'open';
  create index review_assignment_of_leg on review_assignment (leg_id, checklist_id);
  create function agents_review_no_call_of_theirs() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if new.reviewer_person_id is not null
      and exists (select 1 from leg where call_id = new.call_id and person_id = new.reviewer_person_id) then
      raise exception 'a person who took the call does not review it'
        using errcode = 'check_violation', constraint = 'agents_review_no_call_of_theirs';
    end if;
    return new;
  end $$;
  create trigger review_assignment_to_others before insert or update of reviewer_person_id on review_assignment
    for each row execute function agents_review_no_call_of_theirs();
`;

const RIGHTS = `
  revoke all on function next_sampling_plan_code(), sampling_draws_stay(), agents_review_no_call_of_theirs() from public;
  grant execute on function next_sampling_plan_code() to shouwen_runtime;
  grant usage on sequence sampling_plan_number to shouwen_runtime;
  grant select, insert on sampling_plan, sampling_plan_version, sampling_draw, sampling_frame, review_assignment to shouwen_runtime;
  grant update (ended_at, ended_by_person_id) on sampling_plan to shouwen_runtime;
  grant update (withdrawn_at, drawn_at, frame_sha256, frame_size, not_ready, reviewers, taken, picks_sha256) on sampling_draw to shouwen_runtime;
  grant update (reviewer_person_id, due_at, state, replaced_reason, replaced_note, replaced_by_person_id, ended_at, scorecard_id)
    on review_assignment to shouwen_runtime;
`;

/** Calls are drawn for review by plans, so that the draw can be audited (docs/how-to/sample-calls.md). */
export class Sampling1795781000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [PLANS, DRAWS, ASSIGNMENTS, RIGHTS]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
