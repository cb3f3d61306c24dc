import type { CallReport, ReportFigures, WrittenFilters } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { WhenRead } from '../../components/admin-page.js';
import { useCallReport } from '../../data/reports.js';
import { useFormat } from '../../format/use-format.js';
import { callsAt } from './figure-cells.js';
import { Segmented } from 'antd';
import { isCount, type Measure, measured, MEASURED_BY, MEASURES, useReportAddress } from './report-period.js';
import { ScrollPane } from '../../components/scroll-pane.js';
import { Why } from '../../components/why.js';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Hours of the day by days of the week: a table whose cells are shaded by their number and open its calls. */
export function HoursSection() {
  const { t } = useTranslation();
  const { filters } = useReportAddress();
  const report = useCallReport('hour', filters);
  const chosen = useMeasure(report.data?.total);
  return (
    <section className="admin-section">
      <h2>
        {t('reports.hours')} <Why of="hours" name={t('reports.hours')} />
      </h2>
      <div className="report-tabs">
        <MeasureChoice {...chosen} />
      </div>
      <p className="note report-note">{t('reports.hoursNote')}</p>
      <WhenRead of={report}>{(read) => <Hours measure={chosen.measure} report={read} filters={filters} />}</WhenRead>
    </section>
  );
}

function Hours({ measure, report, filters }: { measure: Measure; report: CallReport; filters: WrittenFilters }) {
  const { t } = useTranslation();
  const { number, percent } = useFormat();
  const byKey = new Map(report.rows.map((row) => [row.key, { row, of: measured(measure, row.figures) }]));
  const values = [...byKey.values()].flatMap(({ of }) => of.value ?? []);
  const [least, most] = [isCount(measure) ? 0 : Math.min(...values), Math.max(...values)];
  const hours = [...new Set(report.rows.map(({ key }) => key.slice(2)))].sort();
  if (hours.length === 0) return <p className="note">{t('reports.saysNothing')}</p>;
  const all = span(hours[0]!, hours.at(-1)!);
  return (
    <ScrollPane name={t('reports.hours')} className="report-scroll">
      <table className="report-hours">
        <caption className="seen-by-readers-only">{t('reports.hours')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('calls.filter.hour')}</th>
            {WEEKDAYS.map((day) => (
              <th key={day} scope="col">
                {t(`calls.weekday.d${day}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.map((hour) => (
            <tr key={hour}>
              <th scope="row">{hour}:00</th>
              {WEEKDAYS.map((day) => {
                const found = byKey.get(`${day}-${hour}`);
                if (!found || found.of.value === null) return <td key={day} />;
                const { row, of } = found;
                const value = of.value!;
                const strength = most > least ? (value - least) / (most - least) : 1;
                const words = isCount(measure) ? number(value) : percent(value / 100);
                return (
                  <td key={day} style={{ '--strength': `${Math.round(4 + 32 * strength)}%` } as React.CSSProperties}>
                    {value === 0 && isCount(measure) ? (
                      0
                    ) : (
                      <Link to={callsAt({ ...filters, ...row.narrow, ...MEASURED_BY[measure] })}>
                        {words}
                        {!isCount(measure) && <small>{t('reports.nAlone', { n: number(of.n) })}</small>}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPane>
  );
}

/** Every hour from first to last: one without a call is a gap. */
const span = (first: string, last: string): string[] =>
  Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => String(Number(first) + at).padStart(2, '0'));

const WITHOUT_SCORES: readonly Measure[] = ['rings', 'calls'];

/** What trend and hours show: scores only where they may be seen, and points only of several agents. */
export function useMeasure(total: ReportFigures | undefined): { measure: Measure; measures: readonly Measure[] } {
  const { measure } = useReportAddress();
  const measures =
    total?.judged === null ? WITHOUT_SCORES : MEASURES.filter((one) => one !== 'points' || !total?.judged?.oneAgent);
  return { measure: measures.find((one) => one === measure) ?? measures[0]!, measures };
}

export function MeasureChoice({ measure, measures }: { measure: Measure; measures: readonly Measure[] }) {
  const { t } = useTranslation();
  const { show } = useReportAddress();
  return (
    <Segmented
      aria-label={t('reports.measure')}
      value={measure}
      options={measures.map((value) => ({ value, label: t(`reports.${value}`) }))}
      onChange={(to: Measure) => show(to)}
    />
  );
}
