import type { IntervalChartProps } from './chart-props.js';
import { part } from '../../../components/opened/part.js';

/** The drawing program is loaded when a report shows a chart; the table beside it does not wait for it. */
export const IntervalChart = part<IntervalChartProps>(
  () => import('./interval-chart.js'),
  <div className="report-chart" aria-hidden />,
);
