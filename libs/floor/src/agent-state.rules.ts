import { type AgentState, type CallStage, type LegKind, type LegOutcome } from '#contracts';

/** What records tell of a leg of an agent. Times are milliseconds since 1970; null: they do not say. */
export interface AgentLeg {
  legId: string;
  callId: string;
  /** Of the team whose floor is shown. */
  ours: boolean;
  kind: Extract<LegKind, 'agent' | 'consult'>;
  outcome: LegOutcome | null;
  stage: CallStage;
  /** When the telephone began to ring, or the leg began. */
  rangAt: number | null;
  answeredAt: number | null;
  endedAt: number | null;
}

export interface StateNow {
  state: AgentState;
  since: number | null;
  /** The leg that makes it so; null where there is none, or where it is another team's. */
  legId: string | null;
}

/** A talk that is still open after so long has lost its end more probably than it goes on. */
const LONGEST_TALK_MS = 4 * 3_600_000;
/** The same of a telephone that rings. */
const LONGEST_RING_MS = 5 * 60_000;

const UNKNOWN: StateNow = { state: 'unknown', since: null, legId: null };

/** Of a call that goes on, as far as records tell. */
const isOpen = ({ stage, endedAt, outcome }: AgentLeg): boolean =>
  (stage === 'ringing' || stage === 'live') && endedAt === null && (outcome === null || outcome === 'answered');

/**
 * What an agent does, as records tell it. Only what they state is said: whether a person between two calls is ready, away or writing, no record
 * of a call tells. A lost record must not put anyone into a call: what has been open for too long, and what a later talk speaks against, is
 * unknown.
 * @param dayStart when today began
 */
export function agentState(legs: readonly AgentLeg[], now: number, dayStart: number): StateNow {
  const open = legs.filter(isOpen);
  const talks = latestFirst(open, ({ answeredAt }) => answeredAt);
  const [talk] = talks;
  if (talk) {
    if (now - talk.at > LONGEST_TALK_MS || talkedAfter(legs, talk.leg, talk.at)) return UNKNOWN;
    return inCall('talking', talk.leg, talk.at);
  }
  const [ring] = latestFirst(open, ({ answeredAt, rangAt }) => (answeredAt === null ? rangAt : null));
  if (ring && now - ring.at <= LONGEST_RING_MS) return inCall('ringing', ring.leg, ring.at);
  // An open leg of which no time is known says that something goes on, and not since when, nor whether it was answered.
  if (ring || open.length > 0) return UNKNOWN;
  const [last] = latestFirst(legs, ({ endedAt, answeredAt }) => (answeredAt === null ? null : endedAt));
  return last && last.at >= dayStart && last.at <= now ? { state: 'ended', since: last.at, legId: null } : UNKNOWN;
}

const inCall = (state: 'talking' | 'ringing', { ours, legId }: AgentLeg, since: number): StateNow =>
  ours ? { state, since, legId } : { state: 'elsewhere', since: null, legId: null };

/** Another talk of theirs began later and is over: either this one is over, too, or it was held meanwhile. A consultation is such a hold. */
const talkedAfter = (legs: readonly AgentLeg[], { callId }: AgentLeg, at: number): boolean =>
  legs.some(
    (other) =>
      other.callId !== callId &&
      other.kind === 'agent' &&
      other.endedAt !== null &&
      other.answeredAt !== null &&
      other.answeredAt > at,
  );

function latestFirst(
  legs: readonly AgentLeg[],
  timeOf: (leg: AgentLeg) => number | null,
): { leg: AgentLeg; at: number }[] {
  return legs
    .flatMap((leg) => {
      const at = timeOf(leg);
      return at === null ? [] : [{ leg, at }];
    })
    .toSorted((a, b) => b.at - a.at || (a.leg.legId < b.leg.legId ? -1 : 1));
}
