import { INVENTED_SOURCE, type Checklist, type Evidence, type ItemResult, type Moment } from '#contracts';
import { AGENT } from '../call/list/call-row.js';

/** A trusted result that was not met, of a score that counts, and the one that costs most of its call. */
export interface WorstResult extends Omit<Moment, 'startedAt' | 'atMs' | 'cost' | 'checklistId'> {
  startedAt: Date;
  /** When the score was made. */
  landedAt: Date;
  evidence: Evidence[];
  items: ItemResult[];
  checklist: Pick<Checklist, 'id' | 'version'>;
}

/** Of two results of a call that cost the same, the one that can be heard, then the surer one. */
export const worstResults = (within: string): string => `
  with worst as (
    select distinct on (call.id) call.id as call_id, call.source = '${INVENTED_SOURCE}' as invented, call.started_at, call.language, call.customer, leg.id as leg_id, leg.position, leg.person_id,
      leg.team_id, card.created_at, card.author, card.items, card.checklist_id, card.checklist_version, card.points, card.max_points, result, judged.item,
      coalesce(judged.item->'critical', 'false') <> 'false'::jsonb as critical, coalesce((judged.item->>'weight')::float8, 0) as weight,
      (result->>'confidence')::float8 as confidence
    from call join leg on leg.call_id = call.id join counting_scorecard counting on counting.leg_id = leg.id
    join scorecard card on card.id = counting.scorecard_id and (card.counts->>'not_met')::int > 0
    join checklist_version version on version.checklist_id = card.checklist_id and version.version = card.checklist_version
    cross join lateral jsonb_array_elements(card.items) result
    cross join lateral (select item from jsonb_array_elements(version.definition->'sections') section, jsonb_array_elements(section->'items') item
      where item->>'id' = result->>'itemId' limit 1) judged
    where ${within} and result->>'outcome' = 'not_met' and not result ? 'notTrusted'
      and (coalesce((judged.item->>'weight')::float8, 0) > 0 or coalesce(judged.item->'critical', 'false') <> 'false'::jsonb)
    order by call.id, critical desc, weight desc, result->'evidence' @> '[{"kind": "words"}]' desc, confidence desc, leg.position)
  select worst.call_id as "callId", worst.invented, worst.leg_id as "legId", worst.started_at as "startedAt", worst.created_at as "landedAt", worst.language, worst.customer,
    (select count(*)::int from leg earlier where earlier.call_id = worst.call_id and earlier.position <= worst.position) as leg,
    ${AGENT} as agent, result->>'itemId' as "itemId", item->'title' as title, item->'advice' as advice, critical, worst.items, json_build_object('id', checklist_id, 'version', checklist_version) as checklist,
    result->>'source' as source, result->'evidence' as evidence, author <> 'automatic' as reviewed, points, max_points as "maxPoints",
    (select json_build_object('recordingId', recording.id, 'durationMs', recording.duration_ms) from recording
      where recording.leg_id = worst.leg_id and recording.custody = 'sealed' and recording.destruction_started_at is null and recording.split_at is null
      order by recording.id limit 1) as recording
  from worst join person on person.id = worst.person_id join team on team.id = worst.team_id`;

/** The ones that cost most first. */
export const WORST = 'critical desc, weight desc, confidence desc, worst.started_at desc';
