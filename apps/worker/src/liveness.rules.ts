/** A worker that has had due work for this long and finished, begun or renewed nothing is wedged. */
export const WEDGED_AFTER_MS = 120_000;

/**
 * Liveness means progress: a process that answers but does nothing is dead. Work may be due for long because all workers are busy;
 * only silence together with due work counts, and only from when this process saw that it was due. A machine that slept through the night
 * finds work that has been due for hours and a last job of yesterday, and neither says that it hangs.
 */
export class Liveness {
  private dueSince: number | null = null;

  /** @param now as all times here, of the monotonic clock, which stops while a machine sleeps */
  isWedged(now: number, lastProgressAt: number, oldestDueSeconds: number | null): boolean {
    if (oldestDueSeconds === null) this.dueSince = null;
    else this.dueSince ??= now;
    if (oldestDueSeconds === null || oldestDueSeconds * 1000 < WEDGED_AFTER_MS) return false;
    return now - Math.max(lastProgressAt, this.dueSince ?? now) >= WEDGED_AFTER_MS;
  }
}
