import type { LiveCall, WordHint } from '#contracts';
import type { LiveTurn } from '../../data/listening.js';

/** What the agent may have forgotten, by facts of the line alone: no word is listened to. */
export type Hint = 'consent_waits' | 'paused_long' | 'silent';

const CONSENT_WAITS_MS = 30_000;
const PAUSED_LONG_MS = 60_000;

/** @param now by the server's clock, milliseconds */
export function hintsOf({ recording, since, silentSince }: LiveCall, now: number): Hint[] {
  const lasts = now - Date.parse(since);
  const hints: Hint[] = [];
  if (recording === 'consent_pending' && lasts > CONSENT_WAITS_MS) hints.push('consent_waits');
  if (recording === 'paused' && lasts > PAUSED_LONG_MS) hints.push('paused_long');
  // A line that the telephone system holds is silent because it is held.
  if (silentSince !== null && recording !== 'held') hints.push('silent');
  return hints;
}

/** What a press of the key does now: to pause, to go on, or nothing. */
export const keyDoes = (recording: LiveCall['recording']): 'pause' | 'resume' | null =>
  recording === 'recording' ? 'pause' : recording === 'paused' ? 'resume' : null;

/** How long a pause goes on until it ends by itself, milliseconds; 0 where it is about to. */
export const pauseLeft = (pauseEndsAt: string, now: number): number => Math.max(0, Date.parse(pauseEndsAt) - now);

/** A hint stands for so long; of a promise until its time was said. */
const SHOWN_MS = 45_000;

/** What of the hints from words is to be shown now, the newest of each kind. */
export function shownHints(said: readonly LiveTurn[], now: number): WordHint[] {
  const latest = new Map<WordHint, number>();
  for (const { hints, toldAt } of said) {
    for (const hint of hints) latest.set(hint, toldAt);
    if (hints.includes('promise_noted')) latest.delete('promise_time');
  }
  return [...latest].filter(([, at]) => now - at < SHOWN_MS).map(([hint]) => hint);
}
