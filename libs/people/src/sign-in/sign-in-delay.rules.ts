/** Tries before anybody has to wait: fingers slip. */
const FREE_FAILURES = 3;
const LONGEST_SECONDS = 15 * 60;
/** After this long without a try the counting starts anew. */
const FORGOTTEN_AFTER_MS = 60 * 60 * 1000;

/** Seconds to wait after so many failures in a row (design §3): none for the first three, then doubling up to 15 minutes. */
export function delaySeconds(failures: number): number {
  if (failures <= FREE_FAILURES) return 0;
  return Math.min(LONGEST_SECONDS, 2 ** (failures - FREE_FAILURES));
}

/** Failures that still count now. */
export function countingFailures(row: { failures: number; delayedUntil: Date }, now: Date): number {
  return now.getTime() - row.delayedUntil.getTime() > FORGOTTEN_AFTER_MS ? 0 : row.failures;
}
