export interface ChartPoint {
  label: string;
  /** null: a gap. */
  value: number | null;
  low: number | null;
  high: number | null;
  /** What the value rests on. */
  n: number;
  /** Of the calls behind it. */
  address: string;
}

export interface IntervalChartProps {
  /** The finding in a sentence; it is what a screen reader hears of the chart. */
  says: string;
  points: readonly ChartPoint[];
  unit: 'percent' | 'count';
  /** The points lie below each other with their names at the side, instead of following each other from left to right. */
  lies?: boolean;
}
