import { PLAYBACK_RATES } from '#contracts';

/** A half-open span of a recording, milliseconds. */
export type Interval = [fromMs: number, toMs: number];

/**
 * Adds what was heard to what had been heard: sorted, without overlap, and joined where they touch. Spans are cut to the recording's
 * length; empty ones vanish. Reports may arrive in any order, and the same sound may be heard twice.
 */
export function mergeHeard(known: readonly Interval[], added: readonly Interval[], durationMs: number): Interval[] {
  const spans = [...known, ...added]
    .map(([from, to]): Interval => [Math.max(0, from), Math.min(durationMs, to)])
    .filter(([from, to]) => from < to)
    .sort((a, b) => a[0] - b[0]);
  const merged: Interval[] = [];
  for (const [from, to] of spans) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Two clocks' difference, and what a player reports a moment early. */
const ALLOWED_MS = 3_000;

/** The most that can have been heard since a play was opened: no one hears faster than the player plays. */
export const mostHeardMs = (openForMs: number): number =>
  Math.max(0, openForMs) * Math.max(...PLAYBACK_RATES) + ALLOWED_MS;

/** The parts of these spans that lie within what was sent. */
export const withinSent = (spans: readonly Interval[], sent: readonly Interval[]): Interval[] =>
  spans.flatMap(([from, to]) => sent.map(([start, end]): Interval => [Math.max(from, start), Math.min(to, end)]));

/**
 * Adds reported playback up to `mostMs` in total; anything beyond that, or never sent, is ignored. The ten-second window and the journal depend on
 * this.
 */
export function addHeard(
  known: readonly Interval[],
  added: readonly Interval[],
  { durationMs, mostMs, sentMs }: { durationMs: number; mostMs: number; sentMs: readonly Interval[] },
): Interval[] {
  let heard = mergeHeard(known, [], durationMs);
  for (const [from, to] of mergeHeard([], withinSent(added, sentMs), durationMs)) {
    const roomMs = Math.max(0, mostMs - lengthMs(heard));
    heard = mergeHeard(heard, [[from, Math.min(to, endOfUnheard(heard, from, roomMs))]], durationMs);
  }
  return heard;
}

const lengthMs = (spans: readonly Interval[]): number => spans.reduce((sum, [from, to]) => sum + to - from, 0);

/** Where `roomMs` of unheard time from `from` on are used up; `heard` is merged. */
function endOfUnheard(heard: readonly Interval[], from: number, roomMs: number): number {
  let at = from;
  let left = roomMs;
  for (const [start, end] of heard) {
    if (end <= at) continue;
    const gap = Math.max(0, start - at);
    if (gap >= left) break;
    left -= gap;
    at = Math.max(at, end);
  }
  return Math.floor(at + left);
}
