import type { Turn } from '#contracts';

/** The turn that sounds at a time; between turns the one before, so that the eye has a place to rest. Null before the first. */
export function turnAt(turns: readonly Turn[], ms: number): number | null {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (turns[middle]!.fromMs <= ms) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : low - 1;
}

/** Who speaks at a time; null in silence. */
export function speakerAt(turns: readonly Turn[], ms: number): Turn['speaker'] | null {
  const index = turnAt(turns, ms);
  const turn = index === null ? undefined : turns[index];
  return turn && ms < turn.toMs ? turn.speaker : null;
}

/** How many characters of a turn have been said: up to the end of the word that sounds now. */
export function saidChars(turn: Turn, ms: number): number {
  if (ms >= turn.toMs) return turn.text.length;
  const said = turn.words.findLast((word) => word.fromMs <= ms);
  if (said) return said.toChar;
  if (turn.words.length > 0) return 0;
  const share = (ms - turn.fromMs) / Math.max(1, turn.toMs - turn.fromMs);
  return Math.round(turn.text.length * Math.min(1, Math.max(0, share)));
}

/** How long each speaker spoke, milliseconds. */
export function spoken(turns: readonly Turn[]): Record<Turn['speaker'], number> {
  const sums = { agent: 0, customer: 0, unknown: 0 };
  for (const turn of turns) sums[turn.speaker] += turn.toMs - turn.fromMs;
  return sums;
}
