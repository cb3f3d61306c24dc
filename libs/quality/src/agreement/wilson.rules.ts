import { type Rate } from '#contracts';
import { shareInterval } from './share-interval.rules.js';

/** A share of calls with its interval, as reports tell it. @returns null of none */
export function wilson(n: number, of: number): Rate | null {
  const interval = shareInterval(n, of);
  return interval && { n, of, low: interval[0], high: interval[1] };
}
