import {
  BarChart,
  type BarSeriesOption,
  CustomChart,
  type CustomSeriesOption,
  LineChart,
  type LineSeriesOption,
} from 'echarts/charts';
import {
  AriaComponent,
  type AriaComponentOption,
  GridComponent,
  type GridComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, type ECharts, init, use as withParts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFormat } from '../../../format/use-format.js';
import { useThemeMode } from '../../../theme/theme-mode.js';
import { TOKENS, type Tokens } from '../../../theme/tokens.js';
import type { ChartPoint, IntervalChartProps } from './chart-props.js';

withParts([BarChart, CustomChart, LineChart, AriaComponent, GridComponent, TooltipComponent, SVGRenderer]);

/** Height of a row of points that lie below each other, and of the axis below them, px. */
const ROW = 28;
const AXIS = 40;

/** Points with their intervals, or bars where they are counts. Pressing one opens its calls; the table beside it says the same. */
export function IntervalChart(props: IntervalChartProps) {
  const { says, points, lies = false } = props;
  const { t } = useTranslation();
  const { mode } = useThemeMode();
  const { percent, number } = useFormat();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(null);
  useEffect(() => {
    const drawn = init(box.current, null, { renderer: 'svg' });
    chart.current = drawn;
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(box.current!);
    return () => {
      watch.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    const words = {
      value: (value: number) => (props.unit === 'percent' ? `${percent(value / 100, 1)}%` : number(value)),
      between: (low: number, high: number) =>
        t('reports.between', { low: percent(low / 100, 1), high: percent(high / 100, 1) }),
      n: (n: number) => t('reports.nAlone', { n: number(n) }),
    };
    const font = getComputedStyle(document.body).fontFamily;
    chart.current?.setOption(chartOptions(props, { tokens: TOKENS[mode], font, words }), true);
  });
  useEffect(() => {
    const open = ({ dataIndex }: { dataIndex: number }) => {
      const address = points[dataIndex]?.address;
      if (address) void navigate(address);
    };
    const drawn = chart.current;
    drawn?.on('click', open);
    return () => void drawn?.off('click', open);
  }, [points, navigate]);
  const height = lies ? { height: points.length * ROW + AXIS } : undefined;
  return <div ref={box} className="report-chart" style={height} role="img" aria-label={says} />;
}

type Options = ComposeOption<
  | BarSeriesOption
  | CustomSeriesOption
  | LineSeriesOption
  | AriaComponentOption
  | GridComponentOption
  | TooltipComponentOption
>;

interface Looks {
  tokens: Tokens;
  font: string;
  words: {
    value: (value: number) => string;
    between: (low: number, high: number) => string;
    n: (n: number) => string;
  };
}

/** Half the length of an interval's end mark, px. */
const CAP = 4;

/** What is drawn: one colour, direct labels, no legend; nothing moves. */
function chartOptions({ says, points, unit, lies = false }: IntervalChartProps, looks: Looks): Options {
  const { tokens, font, words } = looks;
  const text = { color: tokens.ink2, fontFamily: font, fontSize: 12 };
  const names = {
    type: 'category' as const,
    data: points.map(({ label }) => label),
    axisLine: { lineStyle: { color: tokens.line2 } },
    axisTick: { show: false },
    axisLabel: { ...text, ...(lies && { width: 150, overflow: 'truncate' as const }) },
    ...(lies && { inverse: true }),
  };
  const values = {
    type: 'value' as const,
    ...(unit === 'percent' ? percentRange(points) : { min: 0, minInterval: 1 }),
    axisLabel: { ...text, formatter: (value: number) => (unit === 'percent' ? `${value}%` : String(value)) },
    splitLine: { lineStyle: { color: tokens.line } },
  };
  return {
    animation: false,
    aria: { enabled: true, label: { description: says } },
    textStyle: { fontFamily: font },
    grid: { left: 8, right: 16, top: 12, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: tokens.line2 } },
      backgroundColor: tokens.elevated,
      borderColor: tokens.line2,
      textStyle: { color: tokens.ink, fontFamily: font, fontSize: 13 },
      // Text nodes, not HTML: a team may be called anything.
      renderMode: 'richText',
      formatter: (given) => told(points[([given].flat()[0] as { dataIndex: number }).dataIndex]!, unit, words),
    },
    ...(lies ? { xAxis: values, yAxis: names } : { xAxis: names, yAxis: values }),
    series: unit === 'count' ? [bars(points, tokens)] : [intervals(points, tokens, lies), means(points, tokens, lies)],
  };
}

/** From below the lowest to above the highest end of an interval, in even steps: small differences are seen, and the axis says where it begins. */
function percentRange(points: readonly ChartPoint[]): { min: number; max: number; interval: number } {
  const all = points.flatMap(({ value, low, high }) => [value, low, high].filter((one) => one !== null));
  if (all.length === 0) return { min: 0, max: 100, interval: 25 };
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const interval = most - least > 40 ? 20 : most - least > 15 ? 10 : 5;
  const [min, max] = [Math.floor(least / interval) * interval, Math.ceil(most / interval) * interval];
  return { min: Math.max(0, min - (min === max ? interval : 0)), max: Math.min(100, max), interval };
}

function told(
  { label, value, low, high, n }: ChartPoint,
  unit: IntervalChartProps['unit'],
  words: Looks['words'],
): string {
  if (value === null) return label;
  const rest =
    unit === 'count' ? [] : [...(low !== null && high !== null ? [words.between(low, high)] : []), words.n(n)];
  return [label, [words.value(value), ...rest].join('  ')].join('\n');
}

const bars = (points: readonly ChartPoint[], tokens: Tokens): BarSeriesOption => ({
  type: 'bar',
  data: points.map(({ value }) => value),
  barMaxWidth: 24,
  itemStyle: { color: tokens.accent },
});

/** Points follow each other in time and are joined; names below each other are not. */
const means = (points: readonly ChartPoint[], tokens: Tokens, lies: boolean): LineSeriesOption => ({
  type: 'line',
  data: points.map(({ value }, at) => (lies ? [value ?? NaN, at] : value)),
  symbol: 'circle',
  symbolSize: 8,
  showAllSymbol: true,
  itemStyle: { color: tokens.accent },
  lineStyle: { color: tokens.accent, width: lies ? 0 : 1 },
});

const intervals = (points: readonly ChartPoint[], tokens: Tokens, lies: boolean): CustomSeriesOption => ({
  type: 'custom',
  silent: true,
  data: points.map(({ low, high }, at) => [at, low ?? NaN, high ?? NaN]),
  encode: lies ? { x: [1, 2], y: 0 } : { x: 0, y: [1, 2] },
  renderItem: (_, api) => {
    const [at, low, high] = [0, 1, 2].map((dimension) => Number(api.value(dimension))) as [number, number, number];
    if (Number.isNaN(low)) return null;
    const [from, to] = [low, high].map((end) => api.coord(lies ? [end, at] : [at, end])) as [number[], number[]];
    const line = (a: number[], b: number[]) => ({
      type: 'line' as const,
      shape: { x1: a[0]!, y1: a[1]!, x2: b[0]!, y2: b[1]! },
      style: { stroke: tokens.line2, lineWidth: 2 },
    });
    const cap = ([x, y]: number[]) =>
      lies ? line([x!, y! - CAP], [x!, y! + CAP]) : line([x! - CAP, y!], [x! + CAP, y!]);
    return { type: 'group', children: [line(from, to), cap(from), cap(to)] };
  },
});
