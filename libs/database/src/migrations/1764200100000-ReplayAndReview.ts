import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What a scorecard names and the product must still have when it is replayed. `json` and not `jsonb`: the order of the phrases is kept, and
 * with it which of two equally good ones is found first.
 */
const LEXICONS = `
  create table lexicon_set (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    content json not null,
    stored_at timestamptz not null
  );
`;

/**
 * A card keeps what it was judged by beside the words: facts, measures, what a model said. Of these, later versions may exist. A judgement is
 * filed again when anything in it changed against the newest, so that going back to earlier lexicons counts as well: the ledger sees to that
 * under the lock of the call, and the index that allowed a judgement once for ever goes.
 */
const SCORECARDS = `
  alter table scorecard add column inputs jsonb;
  alter table scorecard add column based_on_id uuid references scorecard (id);
  alter table scorecard add constraint review_has_a_base check (author <> 'review' or based_on_id is not null);
  drop index scorecard_automatic_once;
`;

/** Nobody judges a call that they took themselves, whichever leg of it (four eyes by person, not by account). */
const FOUR_EYES = `
  create function nobody_judges_own_call() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  declare judge uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
  begin
    if judge is not null and exists (
      select 1 from leg judged join leg own on own.call_id = judged.call_id where judged.id = new.leg_id and own.person_id = judge)
    then
      raise exception 'nobody judges a call that they took' using errcode = 'check_violation', constraint = 'nobody_judges_own_call';
    end if;
    return new;
  end $$;
  revoke all on function nobody_judges_own_call() from public;
  create trigger scorecard_needs_other_eyes before insert on scorecard
    for each row when (new.author <> 'automatic') execute function nobody_judges_own_call('author_person_id');
`;

const WAITING = `
  create table awaiting_person (
    id uuid primary key,
    leg_id uuid not null references leg (id),
    checklist_id text not null,
    item_id text not null,
    -- The card that could not judge the item.
    scorecard_id uuid not null references scorecard (id),
    reason text not null,
    at_ms int,
    opened_at timestamptz not null,
    claimed_by_person_id uuid references person (id),
    claimed_until timestamptz,
    closed_at timestamptz,
    closed_why text check (closed_why in ('answered','superseded')),
    constraint claim_has_an_end check ((claimed_by_person_id is null) = (claimed_until is null)),
    constraint closed_has_why check ((closed_at is null) = (closed_why is null))
  );
  create unique index awaiting_person_open_once on awaiting_person (leg_id, checklist_id, item_id) where closed_at is null;
  create index awaiting_person_oldest on awaiting_person (opened_at, id) where closed_at is null;
  create trigger claim_needs_other_eyes before insert or update of claimed_by_person_id on awaiting_person
    for each row when (new.claimed_by_person_id is not null) execute function nobody_judges_own_call('claimed_by_person_id');
  -- What people changed and why. Their own words lie here and not in the journal, so that they can be erased.
  create table review_answer (
    scorecard_id uuid not null references scorecard (id),
    item_id text not null,
    from_outcome text not null,
    to_outcome text not null check (to_outcome in ('met','not_met','not_applicable','insufficient')),
    reason text,
    note text,
    primary key (scorecard_id, item_id)
  );
`;

/** What is on file already waits as well: the counting card, or else the newest, says for which items. */
const BACKFILL = `
  insert into awaiting_person (id, leg_id, checklist_id, item_id, scorecard_id, reason, opened_at)
  select gen_random_uuid(), card.leg_id, card.checklist_id, result->>'itemId', card.id, coalesce(result->>'reason', 'ambiguous'), card.created_at
  from (
    select distinct on (scorecard.leg_id, scorecard.checklist_id) scorecard.*
    from scorecard left join counting_scorecard counting
      on counting.leg_id = scorecard.leg_id and counting.checklist_id = scorecard.checklist_id
    where coalesce(counting.scorecard_id, scorecard.id) = scorecard.id
    order by scorecard.leg_id, scorecard.checklist_id, scorecard.created_at desc, scorecard.id desc
  ) card, jsonb_array_elements(card.items) result
  where result->>'outcome' = 'insufficient' and result->>'reason' is distinct from 'no_fact' and result->>'source' <> 'human'
  on conflict do nothing;
`;

/** A pass over past calls: a back-test, which files nothing, or scoring them again. */
const RUNS = `
  create table quality_run (
    id uuid primary key,
    kind text not null check (kind in ('back_test','rescore')),
    asked_by_person_id uuid not null references person (id),
    asked_at timestamptz not null,
    -- null reaches every team.
    team_ids uuid[],
    from_day date not null,
    to_day date not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    at_most int not null check (at_most > 0),
    checklist_id text,
    -- null in a back-test means a draft, as it was when somebody asked: definition says it whole.
    checklist_version int,
    definition jsonb,
    definition_sha256 text,
    lexicon_hash text,
    engine_hash text,
    profile_hash text,
    total int not null,
    done int not null default 0,
    -- Calls that the checklist does not judge, or whose words are gone.
    left_out int not null default 0,
    -- Rescoring: new cards.
    filed int not null default 0,
    at_leg_id uuid references leg (id),
    started_at timestamptz,
    finished_at timestamptz,
    cancelled_at timestamptz,
    failed_at timestamptz,
    failure text,
    constraint failed_has_why check ((failed_at is null) = (failure is null)),
    constraint back_test_has_a_checklist check ((kind = 'back_test') = (definition is not null and checklist_id is not null))
  );
  create index quality_run_newest on quality_run (kind, asked_at desc);
  create table back_test_count (
    run_id uuid not null references quality_run (id),
    item_id text not null,
    person_id uuid not null references person (id),
    team_id uuid not null references team (id),
    -- 'none': the item was not on file.
    from_outcome text not null,
    to_outcome text not null,
    legs int not null,
    primary key (run_id, item_id, person_id, team_id, from_outcome, to_outcome)
  );
  create table back_test_flip (
    run_id uuid not null references quality_run (id),
    leg_id uuid not null references leg (id),
    item_id text not null,
    from_outcome text not null,
    to_outcome text not null,
    at_ms int,
    primary key (run_id, leg_id, item_id)
  );
  create index back_test_flip_kind on back_test_flip (run_id, item_id, from_outcome, to_outcome, leg_id);
  -- What a person said of an item, and what the tested checklist says: for kappa.
  create table back_test_agreement (
    run_id uuid not null references quality_run (id),
    item_id text not null,
    human_outcome text not null,
    to_outcome text not null,
    legs int not null,
    primary key (run_id, item_id, human_outcome, to_outcome)
  );
`;

/** Scores that replay, scores that people complete, and passes over past calls (decision 28). */
export class ReplayAndReview1764200100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [LEXICONS, SCORECARDS, FOUR_EYES, WAITING, BACKFILL, RUNS]) await runner.query(part);
    await runner.query(`
      grant select, insert on lexicon_set, back_test_flip to shouwen_runtime;
      grant select, insert on review_answer to shouwen_runtime;
      grant update (note) on review_answer to shouwen_runtime;
      grant select, insert, update on awaiting_person, quality_run, back_test_count, back_test_agreement to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
