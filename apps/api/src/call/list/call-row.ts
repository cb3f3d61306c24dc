import {
  INVENTED_SOURCE,
  type AgentRef,
  type CallRow,
  type CallStage,
  type Language,
  type ScoreSummary,
} from '#contracts';

/** A call as the queries of this folder read it. */
export interface CallRecord {
  id: string;
  invented: boolean;
  started_micros: string;
  started_at: Date;
  direction: CallRow['direction'] | null;
  language: Language | null;
  stage: CallStage;
  stage_reason: string | null;
  stage_said: string | null;
  stage_at: Date;
  destroyed: boolean;
  customer: string | null;
  matter: string | null;
  progress: number | null;
  duration_ms: number | null;
  ring_seconds: number | null;
  silence_ms: number | null;
  agent: AgentRef | null;
  legs: number;
  score: ScoreSummary | null;
  score_withheld: boolean;
}

/** An agent with the team at the time, as JSON; needs `leg`, `person` and `team` in scope. */
export const AGENT = `json_build_object('personId', person.id, 'staffNumber', person.staff_number,
  'name', json_build_object('zh', person.name_zh, 'en', person.name_en),
  'team', json_build_object('teamId', team.id, 'name', json_build_object('zh', team.name_zh, 'en', team.name_en)))`;

/**
 * Adds to each `call` of `page` what a row shows of one visible leg: its agent, the recording's length and progress, the counting score of the
 * main checklist or, where none counts, the latest judgement without its points. Of several it is the first of those that the list is of;
 * where there is none, the first whose agent is known. A score is never shown with another leg's agent. `visible` is the condition
 * of `visibleLegs`, `shown` that of `resultShown`: where a visible leg is to be judged blind, the row has no score, and says so. `more` names
 * further columns of `page`, `counted` is the condition of the legs that are counted beside it, those of calls that turned out to be one with it
 * too, `own` that of the legs of a page's call.
 */
export const rowsOf = (
  page: string,
  visible: string,
  shown: string,
  more = '',
  counted = visible,
  own = 'leg.call_id = page.id',
): string => `
  select page.id, page.source = '${INVENTED_SOURCE}' as invented, (extract(epoch from page.started_at) * 1000000)::bigint as started_micros, page.started_at, direction, language,
         stage, stage_reason, case when stage in ('needs_attention', 'given_up') then stage_said end as stage_said, stage_at,
         coalesce(recording.destroyed, false) as destroyed, customer, matter.title as matter,
         case when stage = 'sealed' then recording.progress end as progress,
         coalesce(recording.duration_ms, its.duration_ms) as duration_ms, its.ring_seconds, its.silence_ms, its.agent,
         (select count(*)::int from legs_of_call(page.id) leg join listed_leg other on other.leg_id = leg.id where ${counted}) as legs,
         case when not withheld.is then score.summary end as score, withheld.is as score_withheld${more}
  from (${page}) page
  left join matter on matter.id = page.matter_id
  cross join lateral (
    select leg.id, case when person.id is not null then ${AGENT} end as agent,
      (extract(epoch from leg.ended_at - leg.answered_at) * 1000)::int as duration_ms, listed.ring_seconds, listed.silence_ms
    from leg left join listed_leg listed on listed.leg_id = leg.id left join person on person.id = leg.person_id left join team on team.id = leg.team_id
    where ${own} and ${visible} order by listed.leg_id is null, leg.person_id is null, leg.position limit 1) its
  left join lateral (
    select max(duration_ms) as duration_ms, max(progress) as progress,
      bool_and(destruction_started_at is not null or custody = 'destroyed') as destroyed
    from recording where recording.leg_id = its.id and split_at is null) recording on true
  cross join lateral (select ${
    shown === 'true' ? 'false' : `exists (select 1 from leg where ${own} and ${visible} and not (${shown}))`
  } as is) withheld
  left join lateral (
    select json_build_object('counts', counts, 'coverage', coverage, 'worst', worst,
      'told', case when (counts->>'not_met')::int > 0 then
        (select count(*)::int from jsonb_array_elements(items) result where result->>'outcome' = 'not_met' and result ? 'notTrusted') else 0 end,
      'points', case when counting.scorecard_id is not null then points end,
      'maxPoints', case when counting.scorecard_id is not null then max_points end) as summary
    from scorecard
    join checklist_version judged on judged.checklist_id = scorecard.checklist_id and judged.version = scorecard.checklist_version
    left join counting_scorecard counting on counting.leg_id = scorecard.leg_id and counting.checklist_id = scorecard.checklist_id
    where scorecard.leg_id = its.id and coalesce(counting.scorecard_id, scorecard.id) = scorecard.id
      and not exists (select 1 from review_retraction back where back.scorecard_id = scorecard.id)
    order by judges_as_main(judged.definition) desc, scorecard.id desc limit 1) score on true`;

/** A row of the list, which is of legs whose agents are known. */
export function rowOf(record: CallRecord): CallRow {
  const { direction, agent, ...row } = shownOf(record);
  if (!direction || !agent) throw new RangeError(`Call ${record.id} is listed without an agent or a direction`);
  return { ...row, direction, agent };
}

/** The same of a call that may be known from the telephone system alone. */
export const shownOf = (record: CallRecord) => ({
  callId: record.id,
  invented: record.invented,
  startedAt: record.started_at.toISOString(),
  direction: record.direction,
  language: record.language,
  stage: record.stage,
  stageReason: record.stage_reason,
  stageSaid: record.stage_said,
  stageAt: record.stage_at.toISOString(),
  destroyed: record.destroyed,
  progress: record.progress,
  durationMs: record.duration_ms,
  ringSeconds: record.ring_seconds,
  silenceMs: record.silence_ms,
  customer: record.customer,
  matter: record.matter,
  agent: record.agent,
  legs: record.legs,
  score: record.score,
  scoreWithheld: record.score_withheld,
});
