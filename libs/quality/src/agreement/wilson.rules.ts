import { type Rate } from '#contracts';

/** Two-sided 95 %. */
const Z = 1.959964;

/** Wilson's score interval of a share (E. B. Wilson, 1927): honest for few calls and near 0 or 1. @returns null of none */
export function wilson(n: number, of: number): Rate | null {
  if (of === 0) return null;
  const p = n / of;
  const z2 = Z * Z;
  const centre = (p + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z / (1 + z2 / of)) * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of * of));
  return { n, of, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
