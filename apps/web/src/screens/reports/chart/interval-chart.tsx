import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as withParts, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFormat } from '../../../format/use-format.js';
import { useThemeMode } from '../../../theme/theme-mode.js';
import { TOKENS } from '../../../theme/tokens.js';
import { chartOptions } from './chart-options.js';
import type { IntervalChartProps } from './chart-props.js';

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
