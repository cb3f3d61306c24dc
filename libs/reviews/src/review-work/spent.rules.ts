/** A screen says so often that its reader is at the review, and a little more for a slow line. Longer apart, they were not. */
export const BEAT_MS = 15_000;
const GAP_MS = 2 * BEAT_MS;
/** No review takes longer; a screen that keeps saying so is wrong. */
export const MOST_MS = 4 * 3_600_000;

/** What is known of a review that goes on. */
export interface Spent {
  readonly spentMs: number;
  readonly activeAt: Date;
}

/**
 * The time after one more sign of activity: what the server's clock says has passed since the last one, if they are close enough. The screen
 * says only that a person is at it and never how long, and two screens of theirs add up to no more than one.
 */
export function afterBeat(before: Spent | null, now: Date): Spent {
  if (!before) return { spentMs: 0, activeAt: now };
  const passed = now.getTime() - before.activeAt.getTime();
  if (passed <= 0) return before;
  const counted = passed <= GAP_MS ? passed : 0;
  return { spentMs: Math.min(MOST_MS, before.spentMs + counted), activeAt: now };
}

/** The middle one; of an even number the mean of the two in the middle. null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
