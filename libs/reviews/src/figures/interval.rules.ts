import { type Mean, type Rate } from '#contracts';
import { wilson } from '#quality/rules';

/**
 * The mean of `n` shares in per cent. Its interval is Wilson's of a share, over the sum of the shares: points vary at most as much as a plain
 * yes or no does, so that it is rather too wide than too narrow, and holds for few calls and for equal ones, whose spread says nothing.
 * @returns null of none; of a single call no interval
 */
export function meanOf(n: number, mean: number | null): Mean | null {
  if (n === 0 || mean === null) return null;
  const rate = n === 1 ? null : wilson((n * mean) / 100, n);
  const percent = (share: number | undefined) => (share === undefined ? null : exact(100 * share));
  return { n, mean: exact(mean), low: percent(rate?.low), high: percent(rate?.high) };
}

/** The database adds floating numbers in any order it meets them; the last digits say nothing. */
const exact = (percent: number): number => Number(percent.toFixed(4));

/** Of calls with both, what share had no miss. */
export const withoutMiss = (misses: number, of: number): Rate | null => wilson(of - misses, of);
