import { standingLeg, type CallDetail, type Leg } from '#contracts';

type Legs = Pick<CallDetail, 'stage' | 'recordings'> & {
  legs: readonly Pick<CallDetail['legs'][number], 'legId' | 'number' | 'agent'>[];
};

/** What only the telephone system knows: no recording of it came. */
export const isUnrecorded = ({ stage }: Pick<CallDetail, 'stage'>): boolean =>
  stage === 'ringing' || stage === 'live' || stage === 'ended';

/** Whether a leg has a recording, or may have one: where another leg of the call was recorded, it has its own or none. */
export function isHeard(call: Legs, leg: number): boolean {
  const one = call.legs[leg];
  if (!one?.agent) return false;
  const recorded = new Set(call.recordings.map(({ legId }) => legId));
  return recorded.has(one.legId) || (recorded.size === 0 && !isUnrecorded(call));
}

/** The leg that is looked at: the one that the address names by its number, else that which stands for the call. @returns its place among those that are seen */
export function legOf(call: Legs, asked: string | null): number {
  const named = call.legs.findIndex(({ number }) => String(number) === asked);
  if (named >= 0) return named;
  const recorded = new Set(call.recordings.map(({ legId }) => legId));
  return standingLeg(call.legs, { recorded: ({ legId }) => recorded.has(legId), known: ({ agent }) => agent !== null });
}

/** How long a leg spoke by the telephone system, in milliseconds; null: it did not, or it is not told. */
export function spokeFor(leg: Pick<Leg, 'answeredAt' | 'endedAt' | 'kind'> | undefined): number | null {
  if (!leg?.answeredAt || !leg.endedAt || leg.kind === 'queue' || leg.kind === 'ivr') return null;
  return Math.max(0, Date.parse(leg.endedAt) - Date.parse(leg.answeredAt));
}

/**
 * Whether the axis tells more than the page does without it: of several legs, or of a queue or a hold that telephone records know by the clock.
 */
export const tellsMore = ({ legs }: Pick<CallDetail, 'legs'>): boolean =>
  legs.length > 1 ||
  legs.some(({ kind, holds, queueSeconds, beganAt }) => {
    return kind !== 'agent' || (holds?.length ?? 0) > 0 || (beganAt !== null && (queueSeconds ?? 0) > 0);
  });

/**
 * The way to a request for the recordings of this call with this agent, and no other: its id says which, so that no day, which is one of the
 * company's calendar, needs to be told.
 */
export const requestOf = (callId: string, agentPersonId: string): string =>
  `/legal/requests/new?${new URLSearchParams({ call: callId, agent: agentPersonId }).toString()}`;
