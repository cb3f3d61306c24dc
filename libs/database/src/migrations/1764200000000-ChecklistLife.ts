import { type MigrationInterface, type QueryRunner } from 'typeorm';

const LIFE = `
  alter table checklist_version
    add column origin text not null default 'shipped' check (origin in ('shipped','company')),
    add column based_on int,
    add column published_by_person_id uuid references person (id),
    -- What people wrote lies here and not in the journal.
    add column reason text,
    add constraint person_publishes_with_reason check (
      (origin = 'company') = (published_by_person_id is not null) and (origin = 'company') = (reason is not null));
  create table checklist_retirement (
    checklist_id text not null,
    version int not null,
    retired_at timestamptz not null,
    superseded_by int,
    retired_by_person_id uuid references person (id),
    reason text,
    primary key (checklist_id, version),
    foreign key (checklist_id, version) references checklist_version (checklist_id, version),
    constraint superseded_or_by_person check (
      (superseded_by is null) = (retired_by_person_id is not null) and (superseded_by is null) = (reason is not null))
  );
  create table checklist_draft (
    checklist_id text primary key,
    revision int not null,
    state text not null check (state in ('draft','validated')),
    definition jsonb not null,
    based_on int,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    updated_by_person_id uuid not null references person (id)
  );
  create index scorecard_checklist on scorecard (checklist_id, checklist_version, leg_id);
`;

/** A call that no checklist judges has come to its end; the reason says that it was not judged. */
const NOT_JUDGED = `
  alter table call drop constraint stage_has_reason;
  alter table call add constraint stage_has_reason check (
    (stage in ('not_recorded','needs_attention','given_up')) = (stage_reason is not null)
    or (stage = 'scored' and stage_reason = 'not_judged'));
`;

/**
 * Several checklists may judge a leg: the row of the list shows the card of the main one, as the version that made the card says it. A
 * version from before checklists could say so is main.
 */
const MAIN_CARD = `
  create function judges_as_main(definition jsonb) returns boolean language sql immutable parallel safe
    as $$ select coalesce((definition->'judges'->>'main')::boolean, true) $$;
  create or replace function refresh_listed_legs(ids uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform 1 from call where id in (select call_id from leg where leg.id = any(ids)) order by id for no key update;
    insert into listed_leg as listed
      select leg.id, call.id, call.started_at, leg.team_id, leg.person_id, call.language, call.direction, call.stage, call.stage_reason,
        coalesce((select max(duration_ms) from recording where leg_id = leg.id),
          (extract(epoch from leg.ended_at - leg.answered_at) * 1000)::int),
        score.points_percent, score.coverage_percent, coalesce(score.results, '{}'),
        shown_words(concat_ws(E'\\n', call.customer, matter.title))
      from leg join call on call.id = leg.call_id left join matter on matter.id = call.matter_id
      left join lateral (
        select case when counting.scorecard_id is not null and max_points > 0 then 100 * points / max_points end as points_percent,
          100 * coverage as coverage_percent,
          (select array_agg(distinct concat_ws(':', item, result->>'outcome', result->>'source'))
             from jsonb_array_elements(items) result, lateral (values (result->>'itemId'), ('any')) named (item)) as results
        from scorecard
        join checklist_version judged on judged.checklist_id = scorecard.checklist_id and judged.version = scorecard.checklist_version
        left join counting_scorecard counting on counting.leg_id = leg.id and counting.checklist_id = scorecard.checklist_id
        where scorecard.leg_id = leg.id and coalesce(counting.scorecard_id, scorecard.id) = scorecard.id
        order by judges_as_main(judged.definition) desc, scorecard.id desc limit 1) score on true
      where leg.id = any(ids)
    on conflict (leg_id) do update set
      call_id = excluded.call_id, started_at = excluded.started_at, team_id = excluded.team_id, person_id = excluded.person_id,
      language = excluded.language, direction = excluded.direction, stage = excluded.stage, stage_reason = excluded.stage_reason,
      duration_ms = excluded.duration_ms, points_percent = excluded.points_percent, coverage_percent = excluded.coverage_percent,
      results = excluded.results, words = excluded.words
    where listed is distinct from excluded;
  end $$;
`;

/** Drafts, published and retired versions; several scorecards for a leg, one of them the main one; calls that no checklist judges. */
export class ChecklistLife1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [LIFE, NOT_JUDGED, MAIN_CARD]) await runner.query(part);
    await runner.query(`
      grant select, insert on checklist_retirement to shouwen_runtime;
      grant select, insert, update, delete on checklist_draft to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
