import type { Side, Span } from '#contracts';

export interface LeakCounts {
  /** Words, or characters of Mandarin, heard on a channel while only the other one speaks. */
  doubled: number;
  /** Heard on the channel of the one who was speaking. */
  own: number;
}

/** A recogniser may place a word so far outside the turn in which it was said. */
const EDGE_MS = 500;
const UNIT = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}'’])+/gu;
const LOUDEST = 32_767;

/** Each channel with so much of the other in it, a little later: a line that leaks. */
export function withLeak(channels: readonly [Int16Array, Int16Array], decibels: number, delay: number): Int16Array {
  const share = 10 ** (decibels / 20);
  const length = Math.min(channels[0].length, channels[1].length);
  const mixed = new Int16Array(length * 2);
  for (let at = 0; at < length; at += 1)
    for (const channel of [0, 1] as const) {
      const other = channels[1 - channel]![at - delay] ?? 0;
      const value = Math.round(channels[channel][at]! + other * share);
      mixed[at * 2 + channel] = Math.max(-LOUDEST, Math.min(LOUDEST, value));
    }
  return mixed;
}

/** What a channel's words are worth, beside when its owner truly spoke. */
export function countLeaks(
  words: readonly (Span & { text: string })[],
  owner: Side,
  turns: readonly (Span & { speaker: Side })[],
): LeakCounts {
  const own = turns.filter(({ speaker }) => speaker === owner);
  const counts = { doubled: 0, own: 0 };
  for (const { text, fromMs, toMs } of words) {
    const units = text.match(UNIT)?.length ?? 0;
    const isOwn = own.some((turn) => fromMs < turn.toMs + EDGE_MS && toMs > turn.fromMs - EDGE_MS);
    counts[isOwn ? 'own' : 'doubled'] += units;
  }
  return counts;
}
