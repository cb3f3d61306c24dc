import { z } from 'zod';

/**
 * What the live socket says (design §8): wordless deltas, numbered per room. A room is a team, or a person for their own calls.
 * A client that sees a gap in `seq`, or another `epoch`, fetches again with its own rights.
 */
export const helloSchema = z.object({
  /** Changes whenever the counting starts anew (API restart, lost database connection). */
  epoch: z.string(),
  /** The last number used in each room this client is in. */
  rooms: z.record(z.string(), z.number().int()),
});
export type Hello = z.infer<typeof helloSchema>;

export const deltaSchema = z.object({
  epoch: z.string(),
  room: z.string(),
  seq: z.number().int(),
  kind: z.literal('call'),
  callId: z.uuid(),
});
export type Delta = z.infer<typeof deltaSchema>;

export interface ServerToClientEvents {
  hello: (hello: Hello) => void;
  delta: (delta: Delta) => void;
}
/** Clients say nothing: everything they want, they ask over HTTP. */
export type ClientToServerEvents = Record<string, never>;

export const SOCKET_PATH = '/api/live';
