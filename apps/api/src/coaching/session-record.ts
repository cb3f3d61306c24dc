import { type AgentRef, type Bilingual, type CoachingRow, type CoachingView } from '#contracts';
import { coachingState } from '#coaching';
import { bilingual } from '../people/person.sql.js';
import { AGENT } from '../call/list/call-row.js';
import { GOAL_DUE } from './follow-up.sql.js';

/** A session with the names around it, as the database gives it. */
export interface SessionRecord {
  sessionId: string;
  code: string;
  agent: AgentRef;
  teamId: string;
  coachPersonId: string;
  coach: Bilingual;
  heldOn: string | null;
  sharedText: string | null;
  privateNotes: string | null;
  createdAt: Date;
  sharedAt: Date | null;
  answeredAt: Date | null;
  acknowledgedAt: Date | null;
  closedAt: Date | null;
  answers: CoachingView['answers'];
  moments: number;
  evaluationsOpen: number;
  followUpsDue: number;
}

/** A self-evaluation, called `own`, that its agent can still answer. */
export const OPEN_EVALUATION = 'own.submitted_at is null and own.ended_at is null and own.until > now()';

/** Of an agent, what is theirs to do in a session. */
export const HAS_TO_DO = `(session.shared_at is not null and session.closed_at is null and (session.acknowledged_at is null
  or exists (select 1 from self_evaluation own where own.session_id = session.id and ${OPEN_EVALUATION})))`;

/** The team is the one at the time of the session. @param zone the placeholder of the site's time zone */
export const sessionColumns = (zone: string): string => `
  session.id as "sessionId", session.code, ${AGENT} as agent, session.team_id as "teamId", session.coach_person_id as "coachPersonId",
  ${bilingual('coach')} as coach, session.held_on::text as "heldOn", session.shared_text as "sharedText", session.private_notes as "privateNotes",
  session.created_at as "createdAt", session.shared_at as "sharedAt", session.answered_at as "answeredAt",
  session.acknowledged_at as "acknowledgedAt", session.closed_at as "closedAt",
  coalesce((select json_agg(json_build_object('text', said.said, 'at', to_char(said.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by said.at)
    from coaching_answer said where said.session_id = session.id), '[]') as answers,
  (select count(*)::int from coaching_moment moment where moment.session_id = session.id) as moments,
  (select count(*)::int from self_evaluation own where own.session_id = session.id and ${OPEN_EVALUATION}) as "evaluationsOpen",
  (select count(*)::int from coaching_goal goal where goal.session_id = session.id and ${GOAL_DUE(zone)}) as "followUpsDue"`;

export const SESSION_TABLES = `coaching_session session join person on person.id = session.agent_person_id
  join team on team.id = session.team_id join person coach on coach.id = session.coach_person_id`;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export function headOf(record: SessionRecord): Omit<CoachingRow, 'moments' | 'evaluationsOpen' | 'followUpsDue'> {
  const { sessionId, code, agent, coach, heldOn } = record;
  const named = { sessionId, code, agent, coach, heldOn, state: coachingState(record) };
  return { ...named, createdAt: record.createdAt.toISOString(), sharedAt: iso(record.sharedAt) };
}

export const timesOf = ({ answeredAt, acknowledgedAt, closedAt }: SessionRecord) => ({
  answeredAt: iso(answeredAt),
  acknowledgedAt: iso(acknowledgedAt),
  closedAt: iso(closedAt),
});
