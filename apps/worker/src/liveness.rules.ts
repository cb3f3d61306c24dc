/** A worker that has had due work for this long and finished, begun or renewed nothing is wedged. */
export const WEDGED_AFTER_MS = 120_000;

/**
 * Liveness is progress (design §4): a process that answers but does nothing is dead. Work may be due for long because everybody is busy;
 * only silence together with due work counts.
 */
export function isWedged(now: number, lastProgressAt: number, oldestDueSeconds: number | null): boolean {
  if (oldestDueSeconds === null || oldestDueSeconds * 1000 < WEDGED_AFTER_MS) return false;
  return now - lastProgressAt >= WEDGED_AFTER_MS;
}
