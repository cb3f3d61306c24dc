import { type Rate } from '#contracts';

/** From and to: between them the true value lies in 95 of 100 collections like this one. */
export type Interval = readonly [from: number, to: number];

/** Two-sided 95 %. */
const Z = 1.959964;

/** Wilson's score interval of a share (E. B. Wilson, 1927): honest for few cases and near 0 or 1. Null without a case. */
export function shareInterval(part: number, whole: number): Interval | null {
  if (whole === 0) return null;
  const share = part / whole;
  const middle = share + (Z * Z) / (2 * whole);
  const half = Z * Math.sqrt((share * (1 - share)) / whole + (Z * Z) / (4 * whole * whole));
  const below = 1 + (Z * Z) / whole;
  return [Math.max(0, (middle - half) / below), Math.min(1, (middle + half) / below)];
}

/** A share of calls with its interval, as reports tell it. @returns null of none */
export function wilson(n: number, of: number): Rate | null {
  const interval = shareInterval(n, of);
  return interval && { n, of, low: interval[0], high: interval[1] };
}
