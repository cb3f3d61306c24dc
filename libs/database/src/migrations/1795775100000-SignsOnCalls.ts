import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** As before (`ChecklistLife`), with the signs of the card that the row shows. */
const REFRESH = `
  create or replace function refresh_listed_legs(ids uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform 1 from call where id in (select call_id from leg where leg.id = any(ids)) order by id for no key update;
    insert into listed_leg as listed
      select leg.id, call.id, call.started_at, leg.team_id, leg.person_id, call.language, call.direction, call.stage, call.stage_reason,
        coalesce((select max(duration_ms) from recording where leg_id = leg.id),
          (extract(epoch from leg.ended_at - leg.answered_at) * 1000)::int),
        score.points_percent, score.coverage_percent, coalesce(score.results, '{}'),
        shown_words(concat_ws(E'\\n', call.customer, matter.title)), coalesce(score.signs, '{}')
      from leg join call on call.id = leg.call_id left join matter on matter.id = call.matter_id
      left join lateral (
        select case when counting.scorecard_id is not null and max_points > 0 then 100 * points / max_points end as points_percent,
          100 * coverage as coverage_percent,
          (select array_agg(distinct concat_ws(':', item, result->>'outcome', result->>'source'))
             from jsonb_array_elements(items) result, lateral (values (result->>'itemId'), ('any')) named (item)) as results,
          (select array_agg(distinct sign->>'name' order by sign->>'name')
             from jsonb_array_elements(items) result, jsonb_array_elements(coalesce(result->'signs', '[]')) sign) as signs
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
      results = excluded.results, words = excluded.words, signs = excluded.signs
    where listed is distinct from excluded;
  end $$;
`;

/** As before (`Retention`): the places of a sign point into the words as the evidence of its item does, and go with it. */
const ERASURE = `
  create or replace function erase_evidence(erased uuid) returns int language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    cards int;
  begin
    if not exists (select 1 from recording where id = erased and destruction_started_at is not null) then
      raise exception 'the destruction of recording % has not started', erased using errcode = 'check_violation';
    end if;
    update scorecard set inputs = null,
      items = (select coalesce(jsonb_agg(jsonb_set(item, '{evidence}', '[]') - 'signs' order by at), '[]')
               from jsonb_array_elements(items) with ordinality listed (item, at))
      where leg_id = (select leg_id from recording where id = erased)
        and transcript_id in (select id from transcript where recording_id = erased);
    get diagnostics cards = row_count;
    return cards;
  end $$;
`;

/** Calls can be listed by what may have happened in them (decision 57). No card has a sign yet, so that no row changes. */
export class SignsOnCalls1795775100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table listed_leg add column signs text[] not null default '{}'`);
    await runner.query(`create index listed_leg_signs on listed_leg using gin (signs) where signs <> '{}'`);
    for (const part of [REFRESH, ERASURE]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
