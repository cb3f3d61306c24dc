/** What several rounds of one measurement gave. The range is told with the median, because a machine in use wobbles. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** @throws RangeError for no values */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('nothing was measured');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { median, least: sorted[0]!, most: sorted.at(-1)! };
}

/** "0.81 (0.78–0.84)" */
export const written = ({ median, least, most }: Spread, digits: number): string =>
  `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;

/**
 * Each round's own ratio, and of these the spread: both halves of a round ran under the same load, which medians of their own would not.
 */
export const ratioOf = (rounds: readonly { ours: number; bare: number }[]): Spread =>
  spreadOf(rounds.map(({ ours, bare }) => ours / bare));
