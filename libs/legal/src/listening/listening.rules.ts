import { type ListeningEnd } from '#contracts';

/** Whose call it is that goes on, and what they were told. */
export interface ListenedAgent {
  readonly personId: string;
  /** The notice in force says that calls may be listened in on. */
  readonly announced: boolean;
  /** They acknowledged it. */
  readonly acknowledged: boolean;
}

export type ListeningRefusal =
  | 'listening_agent_unknown'
  | 'listening_own_call'
  | 'listening_not_announced'
  | 'listening_not_acknowledged'
  | 'listening_no_grant';

/**
 * Why a call may not be listened in on; null if it may. If the agent is unknown, it is also unknown who must have acknowledged the notice, so
 * listening is refused.
 */
export function listeningRefusal(
  agent: ListenedAgent | null,
  asker: { personId: string },
  granted: boolean,
): ListeningRefusal | null {
  if (!agent) return 'listening_agent_unknown';
  if (agent.personId === asker.personId) return 'listening_own_call';
  if (!granted) return 'listening_no_grant';
  if (!agent.announced) return 'listening_not_announced';
  return agent.acknowledged ? null : 'listening_not_acknowledged';
}

/** What is asked again and again while someone listens. */
export interface ListeningNow {
  readonly endedBy: ListeningEnd | null;
  readonly callOver: boolean;
  /** The session lives, owes no step and is not idle. */
  readonly signedIn: boolean;
  readonly granted: boolean;
  readonly acknowledged: boolean;
}

/** Why it is over; null: it goes on. */
export function listeningOver({
  endedBy,
  callOver,
  signedIn,
  granted,
  acknowledged,
}: ListeningNow): ListeningEnd | null {
  if (endedBy) return endedBy;
  if (!signedIn) return 'signed_out';
  if (!granted) return 'grant_over';
  if (callOver) return 'call_over';
  return acknowledged ? null : 'not_acknowledged';
}
