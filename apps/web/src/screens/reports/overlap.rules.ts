interface Interval {
  low: number | null;
  high: number | null;
}

/** Do two of them overlap, or is one unknown? Then nothing says which is greater, and there is no order to be told. */
export function overlap(intervals: readonly (Interval | null)[]): boolean {
  const known = intervals.flatMap((one) =>
    one && one.low !== null && one.high !== null ? [[one.low, one.high] as const] : [],
  );
  if (known.length < intervals.length) return intervals.length > 1;
  const sorted = known.toSorted(([a], [b]) => a - b);
  return sorted.some(([, high], at) => at + 1 < sorted.length && sorted[at + 1]![0] <= high);
}
