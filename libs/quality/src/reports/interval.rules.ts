import { type Mean, type Rate } from '#contracts';
import { type Scope } from '#people';
import { wilson } from './wilson.rules.js';

/** Two-sided 95 % quantiles of Student's t for 1 to 30 degrees of freedom. */
const T = [
  ...[12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139],
  ...[2.200985, 2.178813, 2.160369, 2.144787, 2.13145, 2.119905, 2.109816, 2.100922, 2.093024, 2.085963],
  ...[2.079614, 2.073873, 2.068658, 2.063899, 2.059539, 2.055529, 2.051831, 2.048407, 2.04523, 2.042272],
];
const Z = 1.959964;

/** The quantile for any number of degrees of freedom; past the table by the first terms of its expansion around the normal one. */
export const studentT = (freedom: number): number => T[freedom - 1] ?? Z + (Z ** 3 + Z) / (4 * freedom);

/**
 * The mean of `n` shares in per cent, with the interval that holds the true mean in 95 of 100 such samples, cut off at 0 and 100.
 * @param deviation of the sample; null of a single share @returns null of none
 */
export function meanOf(n: number, mean: number | null, deviation: number | null): Mean | null {
  if (n === 0 || mean === null) return null;
  if (n === 1 || deviation === null) return { n, mean: exact(mean), low: null, high: null };
  const half = (studentT(n - 1) * deviation) / Math.sqrt(n);
  return { n, mean: exact(mean), low: exact(Math.max(0, mean - half)), high: exact(Math.min(100, mean + half)) };
}

/** The database adds floating numbers in any order it meets them; the last digits say nothing. */
const exact = (percent: number): number => Number(percent.toFixed(4));

/** Of calls with both, what share had no miss. */
export const withoutMiss = (misses: number, of: number): Rate | null => wilson(of - misses, of);

/** Does one right reach everything that another does? */
export function covers(wide: Scope, narrow: Scope): boolean {
  if (wide.kind === 'all' || narrow.kind === 'none') return true;
  if (wide.kind === 'none' || narrow.kind === 'all') return false;
  const own = narrow.ownPersonId === null || narrow.ownPersonId === wide.ownPersonId;
  return own && narrow.teamIds.every((id) => wide.teamIds.includes(id));
}
