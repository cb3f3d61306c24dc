import type { WordHint } from '#contracts';
import type { LiveTurn } from '../../data/listening.js';

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
