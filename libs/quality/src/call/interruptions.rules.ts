import { type Turn } from '#contracts';

interface Span {
  fromMs: number;
  toMs: number;
}

/** Words closer than this belong to one stretch of speech. */
const BREATH_MS = 500;

/** When a person really spoke: a turn may hold pauses, and its words tell where. */
function speech(turn: Turn): Span[] {
  if (turn.words.length === 0) return [{ fromMs: turn.fromMs, toMs: turn.toMs }];
  const spans: Span[] = [];
  for (const { fromMs, toMs } of turn.words) {
    const last = spans.at(-1);
    if (last && fromMs - last.toMs < BREATH_MS) last.toMs = Math.max(last.toMs, toMs);
    else spans.push({ fromMs, toMs });
  }
  return spans;
}

interface Limits {
  speakingMs: number;
  overlapMs: number;
  leastWords: number;
}

/**
 * The agent turns that start while the customer has been speaking for `speakingMs` and go on at the same time for `overlapMs`.
 * Needs a recording with a channel each: otherwise turns cannot overlap.
 */
export function interruptions(turns: readonly Turn[], count: (turn: number) => number, limits: Limits): number[] {
  const customer = turns.filter((turn) => turn.speaker === 'customer').flatMap(speech);
  return turns
    .filter((turn) => turn.speaker === 'agent' && count(turn.index) >= limits.leastWords)
    .filter((turn) => {
      const [start] = speech(turn);
      return customer.some(
        (span) =>
          start!.fromMs - span.fromMs >= limits.speakingMs &&
          Math.min(start!.toMs, span.toMs) - start!.fromMs >= limits.overlapMs,
      );
    })
    .map((turn) => turn.index);
}
