/** Tries before the first wait: fingers slip. */
const FREE_FAILURES = 3;
const LONGEST_SECONDS = 15 * 60;
/** After this long without a try the counting starts again. */
const FORGOTTEN_AFTER_MS = 60 * 60 * 1000;

/** Seconds to wait after so many failures in a row: none for the first three, then doubling up to 15 minutes. */
export function delaySeconds(failures: number): number {
  if (failures <= FREE_FAILURES) return 0;
  return Math.min(LONGEST_SECONDS, 2 ** (failures - FREE_FAILURES));
}

/** An office shares an address: many may slip there, and none of them should wait long for the others. */
const FREE_FAILURES_OF_ADDRESS = 20;
const LONGEST_SECONDS_OF_ADDRESS = 10;

/** Seconds that an address waits, for any name tried: guessing many names gets no further than guessing at one. */
export function addressDelaySeconds(failures: number): number {
  if (failures <= FREE_FAILURES_OF_ADDRESS) return 0;
  return Math.min(LONGEST_SECONDS_OF_ADDRESS, 2 ** (failures - FREE_FAILURES_OF_ADDRESS));
}

const FREE_FAILURES_OF_ACCOUNT = 12;
const LONGEST_SECONDS_OF_ACCOUNT = 5 * 60;

/** Seconds that an account's passwords or codes wait, from wherever they come: of a million few are tried in a year. */
export function accountDelaySeconds(failures: number): number {
  if (failures <= FREE_FAILURES_OF_ACCOUNT) return 0;
  return Math.min(LONGEST_SECONDS_OF_ACCOUNT, 2 ** (failures - FREE_FAILURES_OF_ACCOUNT));
}

/** After how many failures an account takes no password and no code, and for how long. */
export interface Lock {
  after: number;
  minutes: number;
}

export const lockSeconds = (failures: number, { after, minutes }: Lock): number =>
  failures >= after ? minutes * 60 : 0;

/** Failures that still count now. */
export function countingFailures(row: { failures: number; delayedUntil: Date }, now: Date): number {
  return now.getTime() - row.delayedUntil.getTime() > FORGOTTEN_AFTER_MS ? 0 : row.failures;
}
