import { actedAs } from '../people/person.sql.js';
import { type AgentRef, type Bilingual, type DisputeView } from '#contracts';
import { actsOf, stateOf, type DisputeParty } from '#reviews';
import { AGENT } from '../call/list/call-row.js';

type Row = Omit<DisputeView, 'startedAt' | 'filedAt' | 'dueAt' | 'state' | 'checklist' | 'may' | 'decisions' | 'agent'>;

/** A dispute with the names around it, as the database gives it. */
export interface DisputeRecord extends Row {
  agent: AgentRef;
  startedAt: Date;
  filedAt: Date;
  dueAt: Date;
  finalAt: Date | null;
  outcome: 'granted' | 'kept' | 'withdrawn' | null;
  sleptAt: Date | null;
  closedAt: Date | null;
  filedByPersonId: string;
  filedByStaffNumber: string;
  teamId: string;
  checklistId: string;
  checklistTitle: Bilingual;
  decisions: DisputeView['decisions'];
}

const NAME = (person: string): string => `json_build_object('zh', ${person}.name_zh, 'en', ${person}.name_en)`;

/** Titles are those of the version that made the contested card. */
export const DISPUTE_COLUMNS = `
  one.id as "disputeId", one.code, one.call_id as "callId", one.leg_id as "legId",
  (select count(*)::int from leg earlier where earlier.call_id = leg.call_id and earlier.position <= leg.position) as leg, one.item_id as "itemId", one.scorecard_id as "scorecardId", one.was, one.wanted, json_build_object('scorecardId', shown.id, 'outcome', shown.outcome) as now, one.reason,
  one.note, one.escalation_note as "escalationNote", one.at_ms as "atMs", one.filed_at as "filedAt", one.stage, one.due_at as "dueAt",
  one.outcome, one.final_at as "finalAt", one.slept_at as "sleptAt", one.closed_at as "closedAt", one.filed_by_person_id as "filedByPersonId", filer.staff_number as "filedByStaffNumber", one.checklist_id as "checklistId", call.started_at as "startedAt", call.language, call.customer,
  leg.team_id as "teamId", ${AGENT} as agent, version.definition->'title' as "checklistTitle",
  (select item->'title' from jsonb_array_elements(version.definition->'sections') section, jsonb_array_elements(section->'items') item
    where item->>'id' = one.item_id limit 1) as title,
  ${NAME('filer')} as "filedBy", case when judge.id is not null then ${NAME('judge')} end as "judgedBy",
  coalesce((select json_agg(json_build_object('stage', said.stage, 'decision', said.decision, 'outcome', said.outcome, 'reason', said.reason,
      'note', said.note, 'by', ${actedAs('decider', 'said.for_person_id')}, 'at', to_char(said.decided_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by said.decided_at)
    from dispute_decision said join person decider on decider.id = said.decided_by_person_id where said.dispute_id = one.id), '[]') as decisions`;

export const DISPUTE_TABLES = `
  dispute one join leg on leg.id = one.leg_id join call on call.id = one.call_id join person on person.id = leg.person_id
  join team on team.id = leg.team_id join scorecard card on card.id = one.scorecard_id
  join checklist_version version on version.checklist_id = card.checklist_id and version.version = card.checklist_version
  join person filer on filer.id = one.filed_by_person_id left join person judge on judge.id = one.judged_by_person_id
  cross join lateral (
    select latest.id, (select item->>'outcome' from jsonb_array_elements(latest.items) item where item->>'itemId' = one.item_id limit 1) as outcome
    from scorecard latest left join counting_scorecard counting on counting.leg_id = latest.leg_id and counting.checklist_id = latest.checklist_id
    where latest.leg_id = one.leg_id and latest.checklist_id = one.checklist_id and coalesce(counting.scorecard_id, latest.id) = latest.id
      and not exists (select 1 from review_retraction back where back.scorecard_id = latest.id)
    order by latest.created_at desc, latest.id desc limit 1) shown`;

/** For the person who filed it, whose leg it no longer is: nothing of the agent whose it is now, of their score, or of the customer. */
export const redactedForFormerAgent = (record: DisputeRecord): DisputeRecord => ({
  ...record,
  agent: {
    ...record.agent,
    personId: record.filedByPersonId,
    staffNumber: record.filedByStaffNumber,
    name: record.filedBy,
  },
  now: { scorecardId: record.scorecardId, outcome: record.was },
  customer: null,
});

/** The dispute, with what the asker may do about it. */
export function disputeView(record: DisputeRecord, party: DisputeParty, now: Date): DisputeView {
  const {
    finalAt,
    outcome: __,
    sleptAt: ______,
    closedAt: _______,
    filedByPersonId: ___,
    filedByStaffNumber: _____,
    teamId: ____,
    checklistId,
    checklistTitle,
    ...row
  } = record;
  const state = stateOf(record, now);
  const until = state === 'open' ? record.dueAt : state === 'answered' ? finalAt : null;
  return {
    ...row,
    startedAt: record.startedAt.toISOString(),
    filedAt: record.filedAt.toISOString(),
    state,
    dueAt: until?.toISOString() ?? null,
    checklist: { id: checklistId, title: checklistTitle },
    may: actsOf(record, party, now),
  };
}
