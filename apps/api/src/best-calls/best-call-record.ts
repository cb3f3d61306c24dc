import { type AgentRef, type BestCall, type BestCallEnd } from '#contracts';
import { AGENT } from '../call/list/call-row.js';
import { bilingual } from '../people/person.sql.js';

type Made = 'agent' | 'callId' | 'state' | 'nominatedAt' | 'publishedAt' | 'ended' | 'hindrance' | 'may';

/** A best call with the names around it, as the database gives it. */
export interface BestCallRecord extends Omit<BestCall, Made> {
  agent: AgentRef;
  callId: string;
  teamId: string;
  nominatorId: string;
  recordingId: string;
  nominatedAt: Date;
  agreedAt: Date | null;
  publishedAt: Date | null;
  endedAt: Date | null;
  endedWhy: BestCallEnd | null;
  endedReason: string | null;
}

/** The title of an item is that of the latest version that has it. */
const ITEM = `(select json_build_object('checklistId', best.checklist_id, 'itemId', best.item_id, 'title', item->'title')
  from checklist_version version, jsonb_array_elements(version.definition->'sections') section, jsonb_array_elements(section->'items') item
  where version.checklist_id = best.checklist_id and item->>'id' = best.item_id order by version.version desc limit 1)`;

export const BEST_CALL_COLUMNS = `
  best.id as "bestCallId", best.code, best.call_id as "callId", best.team_id as "teamId", best.recording_id as "recordingId",
  best.scope, best.title, best.note, ${ITEM} as item, best.from_ms as "fromMs", best.to_ms as "toMs", call.language, ${AGENT} as agent,
  best.nominated_by_person_id as "nominatorId", ${bilingual('nominator')} as "nominatedBy", best.nominated_at as "nominatedAt",
  best.agreed_at as "agreedAt", case when publisher.id is not null then ${bilingual('publisher')} end as "publishedBy",
  by_one_person(best.nominated_by_person_id, best.published_by_person_id, best.published_at) as "byOnePerson",
  best.published_at as "publishedAt", best.ended_at as "endedAt", best.ended_why as "endedWhy", best.ended_reason as "endedReason",
  (select duration_ms from recording where recording.id = best.recording_id and recording.custody = 'sealed'
    and recording.destruction_started_at is null) as "durationMs"`;

export const BEST_CALL_TABLES = `best_call best join call on call.id = best.call_id join person on person.id = best.agent_person_id
  join team on team.id = best.team_id join person nominator on nominator.id = best.nominated_by_person_id
  left join person publisher on publisher.id = best.published_by_person_id`;
