interface Interval {
  low: number | null;
  high: number | null;
}

/**
 * How groups stand to each other by their intervals. Where two overlap, or one is unknown, nothing says which is greater, and there is no
 * order to be told. @param intervals null of a group without a value: it takes no part @returns null where fewer than two have a value
 */
export function standing(intervals: readonly (Interval | null)[]): 'apart' | 'overlap' | null {
  const valued = intervals.filter((one) => one !== null);
  if (valued.length < 2) return null;
  const known = valued.flatMap(({ low, high }) => (low !== null && high !== null ? [[low, high] as const] : []));
  if (known.length < valued.length) return 'overlap';
  const sorted = known.toSorted(([a], [b]) => a - b);
  const overlaps = sorted.some(([, high], at) => at + 1 < sorted.length && sorted[at + 1]![0] <= high);
  return overlaps ? 'overlap' : 'apart';
}
