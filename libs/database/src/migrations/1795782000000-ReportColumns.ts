import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** As before (`SignsOnCalls`), with what reports count by. What is said of any critical item is a result too. */
const REFRESH = `
  create or replace function refresh_listed_legs(ids uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform 1 from call where id in (select call_id from leg where leg.id = any(ids)) order by id for no key update;
    insert into listed_leg as listed (leg_id, call_id, started_at, team_id, person_id, language, direction, stage, stage_reason, duration_ms,
        points_percent, coverage_percent, results, words, signs, queue, ring_seconds, reviewer_person_id, counted, missed_critical, left_open, clauses)
      select leg.id, call.id, call.started_at, leg.team_id, leg.person_id, call.language, call.direction, call.stage, call.stage_reason,
        coalesce((select max(duration_ms) from recording where leg_id = leg.id),
          (extract(epoch from leg.ended_at - leg.answered_at) * 1000)::int),
        score.points_percent, score.coverage_percent, coalesce(score.results, '{}'),
        shown_words(concat_ws(E'\\n', call.customer, matter.title)), coalesce(score.signs, '{}'),
        leg.queue, extract(epoch from leg.answered_at - leg.alerted_at), score.reviewer_person_id, coalesce(score.counted, false),
        coalesce(score.missed_critical, false), coalesce(score.left_open, false), coalesce(score.clauses, '{}')
      from leg join call on call.id = leg.call_id left join matter on matter.id = call.matter_id
      left join lateral (
        select case when counting.scorecard_id is not null and max_points > 0 then 100 * points / max_points end as points_percent,
          100 * coverage as coverage_percent,
          counting.scorecard_id is not null as counted,
          case when counting.scorecard_id is not null and author <> 'automatic' then author_person_id end as reviewer_person_id,
          results.results, results.missed_critical, results.left_open, clauses.clauses,
          (select array_agg(distinct sign->>'name' order by sign->>'name')
             from jsonb_array_elements(items) result, jsonb_array_elements(coalesce(result->'signs', '[]')) sign) as signs
        from scorecard
        join checklist_version judged on judged.checklist_id = scorecard.checklist_id and judged.version = scorecard.checklist_version
        left join counting_scorecard counting on counting.leg_id = leg.id and counting.checklist_id = scorecard.checklist_id
        cross join lateral (
          select array_agg(distinct concat_ws(':', name, result->>'outcome', result->>'source')) as results,
            bool_or(critical and result->>'outcome' = 'not_met') as missed_critical, bool_or(result->>'outcome' = 'insufficient') as left_open
          from jsonb_array_elements(items) result left join declared_items(judged.definition) item on item.id = result->>'itemId',
            lateral (select result->>'itemId' as name union all select 'any' union all select 'critical' where critical) named
        ) results
        cross join lateral (
          -- A clause is missed where one of its items is, left open where one of the others is, and met where the rest are.
          select array_agg(part || ':' || (array['not_met', 'insufficient', 'met', 'not_applicable'])[worst]) as clauses
          from (
            select part, min(array_position(array['not_met', 'insufficient', 'met', 'not_applicable'], result->>'outcome')) as worst
            from jsonb_array_elements(items) result join declared_items(judged.definition) item on item.id = result->>'itemId',
              clause_parts(item.clause) part
            group by part) each_clause
        ) clauses
        where scorecard.leg_id = leg.id and coalesce(counting.scorecard_id, scorecard.id) = scorecard.id
        order by judges_as_main(judged.definition) desc, scorecard.id desc limit 1) score on true
      where leg.id = any(ids)
    on conflict (leg_id) do update set
      call_id = excluded.call_id, started_at = excluded.started_at, team_id = excluded.team_id, person_id = excluded.person_id,
      language = excluded.language, direction = excluded.direction, stage = excluded.stage, stage_reason = excluded.stage_reason,
      duration_ms = excluded.duration_ms, points_percent = excluded.points_percent, coverage_percent = excluded.coverage_percent,
      results = excluded.results, words = excluded.words, signs = excluded.signs, queue = excluded.queue,
      ring_seconds = excluded.ring_seconds, reviewer_person_id = excluded.reviewer_person_id, counted = excluded.counted,
      missed_critical = excluded.missed_critical, left_open = excluded.left_open, clauses = excluded.clauses
    where listed is distinct from excluded;
  end $$;
`;

/** Reports count the rows that the list shows (decision 85): by queue, by who reviewed, by rings, by what counts. */
export class ReportColumns1795782000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table listed_leg add column queue text, add column ring_seconds double precision, add column reviewer_person_id uuid,
        add column counted boolean not null default false, add column missed_critical boolean not null default false,
        add column left_open boolean not null default false, add column clauses text[] not null default '{}';
      -- "P1 §4.2, P2 §2.1" is two clauses. A colon would end the name of a result, and a comma divides those that an address asks for.
      create function clause_parts(text) returns setof text language sql immutable parallel safe
        as $$ select distinct left(replace(btrim(part), ':', '：'), 60) from regexp_split_to_table($1, '[,，、;；]') part where btrim(part) <> '' $$;
      create function declared_items(definition jsonb) returns table (id text, clause text, critical boolean)
        language sql immutable parallel safe
        as $$ select item->>'id', item->>'clause', item->'critical' not in ('false', 'null')
          from jsonb_array_elements(definition->'sections') section, jsonb_array_elements(section->'items') item $$;
    `);
    await runner.query(REFRESH);
    await runner.query(`
      -- Reports read a stretch of time from the index alone: a row with its results is ten times as wide.
      drop index listed_leg_newest;
      create index listed_leg_newest on listed_leg (started_at desc, call_id desc) include (team_id, person_id, language, direction, queue,
        reviewer_person_id, ring_seconds, points_percent, counted, missed_critical, left_open);
      create index listed_leg_clauses on listed_leg using gin (clauses);
      create index listed_leg_queue on listed_leg (queue, started_at desc, call_id desc) where queue is not null;
      create index listed_leg_reviewer on listed_leg (reviewer_person_id, started_at desc, call_id desc) where reviewer_person_id is not null;
    `);
    await runner.query('select refresh_listed_legs(array(select id from leg))');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
