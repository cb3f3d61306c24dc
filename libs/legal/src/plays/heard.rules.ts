/** A half-open span of a recording, milliseconds. */
export type Interval = [fromMs: number, toMs: number];

/**
 * Adds what was heard to what had been heard: sorted, without overlap, and joined where they touch. Spans are cut to the recording's
 * length; empty ones vanish. The order in which reports arrive does not matter, nor does hearing twice.
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
