import { type CoachingAct, type CoachingState } from '#contracts';

/** The times of a session, which say where it is. */
export interface CoachingTimes {
  readonly sharedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly closedAt: Date | null;
}

/** What a person is to a session. */
export interface CoachingParty {
  readonly isAgent: boolean;
  readonly isCoach: boolean;
  /** Their role to lead coaching reaches the session's team. */
  readonly leads: boolean;
}

/** The last that happened. An agent may acknowledge without an answer, and answer afterwards: what they have read, they have read. */
export function coachingState({ sharedAt, answeredAt, acknowledgedAt, closedAt }: CoachingTimes): CoachingState {
  if (closedAt) return 'closed';
  if (acknowledgedAt) return 'acknowledged';
  if (answeredAt) return 'answered';
  return sharedAt ? 'shared' : 'draft';
}

const OF_COACH: Record<CoachingState, readonly CoachingAct[]> = {
  draft: ['edit', 'follow_up', 'share', 'discard'],
  shared: ['edit', 'follow_up', 'close'],
  answered: ['edit', 'follow_up', 'close'],
  acknowledged: ['edit', 'follow_up', 'close'],
  closed: ['follow_up'],
};

const OF_AGENT: Record<CoachingState, readonly CoachingAct[]> = {
  draft: [],
  shared: ['answer', 'acknowledge'],
  answered: ['answer', 'acknowledge'],
  acknowledged: ['answer'],
  closed: [],
};

/** What a colleague of the coach may do with one that was shared, as when the coach is away. */
const OF_COLLEAGUES: readonly CoachingAct[] = ['close', 'follow_up'];

/** What a person may do with a session. */
export function coachingActs(times: CoachingTimes, { isAgent, isCoach, leads }: CoachingParty): CoachingAct[] {
  const state = coachingState(times);
  if (isAgent) return [...OF_AGENT[state]];
  if (!leads) return [];
  if (isCoach) return [...OF_COACH[state]];
  return state === 'draft' ? [] : OF_COACH[state].filter((act) => OF_COLLEAGUES.includes(act));
}

/** Whether a stretch lies within a recording of so many milliseconds; where its length is not known, it does. */
export const liesWithin = ({ toMs }: { toMs?: number | null | undefined }, durationMs: number | null): boolean =>
  durationMs === null || (toMs ?? 0) <= durationMs;
