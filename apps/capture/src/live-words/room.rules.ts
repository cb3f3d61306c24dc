/** Where no call can be heard, or fewer than before, it is measured again after this, and then ever more seldom. */
const [AGAIN_MS, SELDOM_MS] = [2 * 60_000, 60 * 60_000];

/** How many calls are heard at once: what was measured, or what came of it since, and never more than was set. */
export const roomOf = (measured: number, fixed: number | undefined): number =>
  Math.min(fixed ?? Infinity, Math.max(0, measured));

/** @param wait before this look @param short by a measurement that was just made there is less room than before, or none */
export const nextWait = (wait: number, short: boolean): number =>
  short ? Math.min(Math.max(2 * wait, AGAIN_MS), SELDOM_MS) : AGAIN_MS;
