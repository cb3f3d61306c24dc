import type { CallReport, WrittenFilters } from '#contracts';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { type Column, Dash, DataTable } from '../../components/data-table.js';
import { ScrollPane } from '../../components/scroll-pane.js';
import { useCallReport } from '../../data/reports.js';
import { useFormat } from '../../format/use-format.js';
import { IntervalChart } from './chart/chart-part.js';
import { callsAt, CountedLink } from './figure-cells.js';
import { MeasureChoice, useMeasure } from './hours-section.js';
import { isCount, type Measure, measured, type Measured, MEASURED_BY, useReportAddress } from './report-period.js';
import { type Days, pointsOf, stepOf } from './spans.rules.js';
import { Why } from '../../components/why.js';

/** How a measure went from day to day, or from week to week. */
export function TrendSection() {
  const { t } = useTranslation();
  const { filters, days } = useReportAddress();
  const step = stepOf(days);
  const report = useCallReport(step, filters);
  const chosen = useMeasure(report.data?.total);
  return (
    <section className="admin-section">
      <h2>
        {t(`reports.trend.${step}`)} <Why of="trend" name={t(`reports.trend.${step}`)} />
      </h2>
      <div className="report-tabs">
        <MeasureChoice {...chosen} />
      </div>
      <WhenRead of={report}>
        {(read) => <Trend measure={chosen.measure} step={step} days={days} report={read} filters={filters} />}
      </WhenRead>
    </section>
  );
}

interface TrendProps {
  measure: Measure;
  step: 'day' | 'week';
  days: Days;
  report: CallReport;
  filters: WrittenFilters;
}

type Point = Measured & { key: string; label: string; filters: WrittenFilters; calls: number; ofAll: WrittenFilters };

function Trend({ measure, step, days, report, filters }: TrendProps) {
  const { t } = useTranslation();
  const { percent, number } = useFormat();
  const byKey = new Map(report.rows.map((row) => [row.key, row]));
  const points = pointsOf(step, days).map((key): Point => {
    const row = byKey.get(key);
    const values = row ? measured(measure, row.figures) : { value: null, low: null, high: null, n: 0 };
    const label = key.slice(days.from.slice(0, 4) === days.to.slice(0, 4) ? 5 : 0);
    const narrowed = { ...filters, ...row?.narrow };
    const all = { calls: row?.figures.calls ?? 0, ofAll: { ...narrowed, ...MEASURED_BY.calls } };
    return { key, label, filters: { ...narrowed, ...MEASURED_BY[measure] }, ...all, ...values };
  });
  const counts = isCount(measure);
  const columns: Column<Point>[] = [
    { name: t(`reports.step.${step}`), cell: ({ key }) => key },
    ...(counts
      ? []
      : [
          {
            name: t(`reports.${measure}`),
            number: true,
            cell: ({ value, low, high }: Point) =>
              value === null ? (
                <Dash />
              ) : (
                <>
                  {percent(value / 100, 1)}%
                  <small>
                    {low === null || high === null
                      ? t('reports.noInterval')
                      : t('reports.between', { low: percent(low / 100, 1), high: percent(high / 100, 1) })}
                  </small>
                </>
              ),
          },
        ]),
    {
      name: counts ? t(`reports.${measure}`) : t('reports.n'),
      number: true,
      // Where there is no figure, it rests on nothing that could be counted; the calls themselves are beside it.
      cell: ({ n, value, filters: of }) => (!counts && value === null ? <Dash /> : <CountedLink count={n} of={of} />),
    },
    ...(counts
      ? []
      : [
          {
            name: t('reports.calls'),
            number: true,
            cell: ({ calls, ofAll }: Point) => <CountedLink count={calls} of={ofAll} />,
          },
        ]),
  ];
  const whole = measured(measure, report.total);
  const says = counts
    ? t('reports.saysCount', { measure: t(`reports.${measure}`), count: whole.n, number: number(whole.n) })
    : whole.value === null
      ? t('reports.saysNothing')
      : whole.low === null || whole.high === null
        ? t('reports.saysOne', { measure: t(`reports.${measure}`), share: percent(whole.value / 100, 1) })
        : t('reports.saysShare', {
            measure: t(`reports.${measure}`),
            share: percent(whole.value / 100, 1),
            low: percent(whole.low / 100, 1),
            high: percent(whole.high / 100, 1),
            n: number(whole.n),
          });
  return (
    <>
      <p className="note report-note">{says}</p>
      <div className="report-beside grid at-top gap-6">
        <IntervalChart
          says={says}
          unit={counts ? 'count' : 'percent'}
          points={points.map(({ filters: of, ...point }) => ({ ...point, address: callsAt(of) }))}
        />
        <ScrollPane name={t(`reports.trend.${step}`)} className="report-scroll report-days">
          <DataTable
            caption={t(`reports.trend.${step}`)}
            columns={columns}
            rows={points}
            keyOf={({ key }) => key}
            keepsColumns
          />
        </ScrollPane>
      </div>
    </>
  );
}
