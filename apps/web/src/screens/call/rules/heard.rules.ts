/** A half-open stretch of the recording that sounded, milliseconds. */
export type Interval = [fromMs: number, toMs: number];

/** Adds a stretch and merges what touches or overlaps, so that hearing something twice is told once. */
export function addHeard(heard: readonly Interval[], fromMs: number, toMs: number): Interval[] {
  const from = Math.max(0, Math.floor(fromMs));
  const to = Math.ceil(toMs);
  if (to <= from) return [...heard];
  const apart = heard.filter(([a, b]) => b < from || a > to);
  const joined = heard.filter(([a, b]) => b >= from && a <= to);
  const merged: Interval = [Math.min(from, ...joined.map(([a]) => a)), Math.max(to, ...joined.map(([, b]) => b))];
  return [...apart, merged].sort(([a], [b]) => a - b);
}

/** How much of the recording sounded, milliseconds. */
export function heardMs(heard: readonly Interval[]): number {
  return heard.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** A step of the clock counts as heard if it is as long as playing makes it; anything else was a jump. */
export function soundedThrough(beforeMs: number, nowMs: number, rate: number): boolean {
  return nowMs > beforeMs && nowMs - beforeMs <= 1500 * Math.max(1, rate);
}
