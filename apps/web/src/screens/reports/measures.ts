import { COUNTED_BY, type ReportFigures, type WrittenFilters } from '#contracts';

/** What charts can show; the last two are counts. */
export const MEASURES = ['points', 'rings', 'critical', 'calls'] as const;
export type Measure = (typeof MEASURES)[number];

/** One value of a chart, in per cent or as a count; `n` is what it rests on. */
export interface Measured {
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
}

const NOTHING: Measured = { value: null, low: null, high: null, n: 0 };
const count = (value: number): Measured => ({ value, low: null, high: null, n: value });

export const isCount = (measure: Measure): boolean => measure === 'calls' || measure === 'critical';

export function measured(measure: Measure, { calls, rings, judged }: ReportFigures): Measured {
  if (measure === 'calls') return count(calls);
  if (measure === 'critical') return judged ? count(judged.critical) : NOTHING;
  if (measure === 'rings') {
    return rings
      ? { value: (100 * rings.n) / rings.of, low: 100 * rings.low, high: 100 * rings.high, n: rings.of }
      : NOTHING;
  }
  const points = judged?.points;
  return points ? { value: points.mean, low: points.low, high: points.high, n: points.n } : NOTHING;
}

/** The calls on which a measure rests. */
export const MEASURED_BY: Record<Measure, WrittenFilters> = {
  points: COUNTED_BY.points,
  rings: COUNTED_BY.ringsKnown,
  critical: COUNTED_BY.critical,
  calls: COUNTED_BY.calls,
};
