import { z } from 'zod';
import { type Language } from './language.js';
import { type Speaker } from './transcript.js';

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
  /** null: words of one's own call. */
  grantCode: z.string().nullable(),
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

/** What of a call that goes on is followed: both sides as sound, or their words. */
export type Followed = 'sound' | 'words';

/**
 * What the agent may want to know by what was said, as the rules that judge calls read it: never kept and never a score. `no_greeting`: the first
 * words were understood, and none greets; `promise_time`: something was promised without a time; `promise_noted`: with one; `remark`: words that
 * checklists do not allow.
 */
export const wordHintSchema = z.enum(['no_greeting', 'promise_time', 'promise_noted', 'remark']);
export type WordHint = z.infer<typeof wordHintSchema>;

/** What one side said until it paused, masked. */
export interface LiveUtterance {
  /** Rises from one to the next. */
  readonly order: number;
  readonly speaker: Speaker;
  readonly language: Language;
  /** Since the session began. */
  readonly fromMs: number;
  /** Empty where it was not understood. */
  readonly text: string;
  /** To the agent alone: what is to be shown now. */
  readonly hints: readonly WordHint[];
}

export interface ListeningToClientEvents {
  sound: (sound: LiveSound) => void;
  words: (words: LiveUtterance) => void;
  /** It is over, and why. */
  ended: (why: ListeningEnd) => void;
}
