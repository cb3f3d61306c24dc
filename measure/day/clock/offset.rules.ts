/** What libfaketime reads: how far the shared clock is ahead of the machine's. */
export const writtenOffset = (seconds: number): string => `+${Math.round(seconds)}s\n`;

export function readOffset(text: string): number {
  const found = /^\+(\d+)s$/.exec(text.trim());
  if (!found) throw new Error(`the clock's file says ${JSON.stringify(text)}, which is no offset`);
  return Number(found[1]);
}

export interface Step {
  /** Seconds. The longest jump: what sleeps for longer than this between two looks is looked at as often as in life. */
  most: number;
  /** Seconds from now to the next work that becomes due by the database's clock; null: none waits. */
  nextDue: number | null;
}

/**
 * How far to jump on the way to a moment that is `left` seconds away: never past work that becomes due, so that it is done at its time and
 * not found hours late.
 */
export function nextJump(left: number, { most, nextDue }: Step): number {
  const until = nextDue === null ? left : Math.min(left, Math.max(nextDue, 1));
  return Math.max(0, Math.min(most, until));
}
