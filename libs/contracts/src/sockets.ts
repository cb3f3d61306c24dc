import { z } from 'zod';

/**
 * What the socket of open screens pushes: deltas without words of calls, numbered per room. A room is a team, a person for their own calls, `told:` and a
 * person for what they are told, or `area:` and an area of work that is of no team.
 * A client that sees a gap in `seq`, or another `epoch`, fetches again with its own rights.
 */
export const helloSchema = z.object({
  /** Changes whenever the counting starts again (API restart, lost database connection). */
  epoch: z.string(),
  /** The last number used in each room this client is in. */
  rooms: z.record(z.string(), z.number().int()),
});
export type Hello = z.infer<typeof helloSchema>;

/** What the people of an area read together: requests, cases, grants and packages; the schedule, holds, destructions and people's own requests. */
export const liveAreaSchema = z.enum(['legal', 'retention']);
export type LiveArea = z.infer<typeof liveAreaSchema>;

const numbered = { epoch: z.string(), room: z.string(), seq: z.number().int() };

export const deltaSchema = z.discriminatedUnion('kind', [
  z.object({ ...numbered, kind: z.literal('call'), callId: z.uuid() }),
  /** A pass over past calls is further, or has ended. Told to every team that it reaches; only who may see it can read it. */
  z.object({ ...numbered, kind: z.literal('run'), runId: z.uuid() }),
  /** There is something new for this person to read. */
  z.object({ ...numbered, kind: z.literal('told') }),
  /** A call of this person that goes on changed. */
  z.object({ ...numbered, kind: z.literal('live') }),
  /** Something in this area changed. What a person may see of it, they read with their own rights. */
  z.object({ ...numbered, kind: z.literal('area'), area: liveAreaSchema }),
]);
export type Delta = z.infer<typeof deltaSchema>;
export type CallDelta = Extract<Delta, { kind: 'call' }>;

export interface ServerToClientEvents {
  hello: (hello: Hello) => void;
  delta: (delta: Delta) => void;
  /** The session is over, or owes a step: the socket closes, and what the page shows goes. */
  ended: () => void;
}
/** Clients say nothing: everything they want, they ask over HTTP. */
export type ClientToServerEvents = Record<string, never>;

/** What a socket is refused with whose session is over; anything else is no word about the session. */
export const NOT_SIGNED_IN = 'not_signed_in';

export const SOCKET_PATH = '/api/live';
