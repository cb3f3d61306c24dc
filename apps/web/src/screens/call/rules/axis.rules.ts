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
