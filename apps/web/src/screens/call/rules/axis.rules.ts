import type { Turn } from '#contracts';

/** Steps that people count in, seconds. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];

/** The marks of the ruler, milliseconds: at least `room` pixels apart. */
export function rulerMarks(durationMs: number, width: number, room = 80): number[] {
  const step = (STEPS.find((s) => (s * 1000 * width) / durationMs >= room) ?? 7200) * 1000;
  const marks: number[] = [];
  for (let at = 0; at <= durationMs - step * 0.3; at += step) marks.push(at);
  return marks;
}

/** The loudest value behind each of `bars` bars, scaled so that the loudest of all is 1. */
export function barsOf(peaks: readonly number[], bars: number, loudest: number): number[] {
  const per = peaks.length / bars;
  return Array.from({ length: bars }, (_, bar) => {
    const from = Math.floor(bar * per);
    const to = Math.max(from + 1, Math.floor((bar + 1) * per));
    let top = 0;
    for (let i = from; i < to; i++) top = Math.max(top, peaks[i] ?? 0);
    return loudest === 0 ? 0 : Math.min(1, top / loudest);
  });
}

/** Place on the axis as a CSS percentage. */
export function percentOf(ms: number, durationMs: number): string {
  return `${durationMs === 0 ? 0 : (Math.min(durationMs, Math.max(0, ms)) / durationMs) * 100}%`;
}

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

/**
 * What happened on the line, in its order. What has no time of its own stays after what it was said after.
 * @param beganAt when the recording began, ISO: by it places in the sound have a time; null: it is not told
 */
export function inOrderOfTime<E extends { at: string | null; audioMs: number | null }>(
  events: readonly E[],
  beganAt: string | null,
): E[] {
  let last = -Infinity;
  const timed = events.map((event) => {
    if (event.at !== null) last = Date.parse(event.at);
    else if (event.audioMs !== null && beganAt !== null) last = Date.parse(beganAt) + event.audioMs;
    return { event, ms: last };
  });
  return timed.sort((a, b) => (a.ms === b.ms ? 0 : a.ms - b.ms)).map(({ event }) => event);
}
