/** What the sweep sees of time before it acts. */
export interface ClockReading {
  /** The database's clock. */
  now: Date;
  /** The same clock when a sweep last acted or an administrator confirmed it; null before the first. */
  seenAt: Date | null;
  /** The newest entry of the journal; null while there is none. */
  newestEntryAt: Date | null;
}

export type ClockVerdict = { trusted: true } | { trusted: false; jumped: 'forward' | 'backward'; seconds: number };

/** Longer than any night without power; a sweep runs every minute. */
export const FORWARD_LIMIT_S = 26 * 3600;
/** What clocks of several machines differ by. */
export const BACKWARD_LIMIT_S = 300;

/**
 * May anything be destroyed by this clock? Not when it went on by more than a day since it was last looked at, nor when it shows a time before
 * what has happened already: both are a clock set wrong, a machine that was halted, or a restored database.
 */
export function judgeClock({ now, seenAt, newestEntryAt }: ClockReading): ClockVerdict {
  const ahead = seconds(now, seenAt ?? newestEntryAt ?? now);
  if (ahead > FORWARD_LIMIT_S) return { trusted: false, jumped: 'forward', seconds: ahead };
  const behind = Math.max(-seconds(now, seenAt ?? now), -seconds(now, newestEntryAt ?? now));
  if (behind > BACKWARD_LIMIT_S) return { trusted: false, jumped: 'backward', seconds: behind };
  return { trusted: true };
}

const seconds = (a: Date, b: Date): number => Math.round((a.getTime() - b.getTime()) / 1000);
