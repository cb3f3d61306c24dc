import { z } from 'zod';

/**
 * Why listening in on a call ended. `stopped`: by the person, or their page went away; `call_over`: there is nothing more to hear; `grant_over`:
 * the grant, or the role that it goes with, reaches the call no longer; `signed_out`: the session ended or was idle; `not_acknowledged`: the
 * agent has not acknowledged the notice that is in force now; `lost`: the server that sent the sound went away.
 */
export const listeningEndSchema = z.enum([
  'stopped',
  'call_over',
  'grant_over',
  'signed_out',
  'not_acknowledged',
  'lost',
]);
export type ListeningEnd = z.infer<typeof listeningEndSchema>;

export const listeningSchema = z.object({
  listeningId: z.uuid(),
  liveCallId: z.uuid(),
  grantCode: z.string(),
});
export type Listening = z.infer<typeof listeningSchema>;

/** Its own room of the live socket. Which listening it is, is said as it is opened: `{ listeningId }`. */
export const LISTENING_NAMESPACE = '/listening';
export const listeningAskSchema = z.object({ listeningId: z.uuid() });

/** Samples a second, of both sides together. */
export const LISTENING_RATE = 8000;

/** A piece of sound, in the order in which it was spoken. */
export interface LiveSound {
  /** Its first sample, counted from the session's beginning. */
  readonly at: number;
  /** Something was said in it in a codec that is decoded only after the call. */
  readonly undecoded: boolean;
  /** 16 bits each, little-endian. */
  readonly pcm: ArrayBuffer;
}

export interface ListeningToClientEvents {
  sound: (sound: LiveSound) => void;
  /** It is over, and why. */
  ended: (why: ListeningEnd) => void;
}
