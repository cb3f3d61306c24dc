import {
  COUNTED_BY,
  type ItemReportBy,
  itemReportBySchema,
  REPORT_FILTER_NAMES,
  type ReportBy,
  type ReportFigures,
  type WrittenFilters,
} from '#contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import type { Figure as Explained } from '../../components/opened/guides.js';
import { Why } from '../../components/why.js';
import { useCallReport } from '../../data/reports.js';
import { useFormat, siteDay } from '../../format/use-format.js';
import { AgentPoints, CountedLink, MeanCell, RingsCell } from './figure-cells.js';
import { type Days, daysOf, type Span, SPANS, stepOf } from './spans.rules.js';
import { useSearchParams } from 'react-router';
import { useMe } from '../../data/session.js';
import { filtersFrom } from '../calls/filters.rules.js';

/** All calls of the period at once. */
export function PeriodFigures() {
  const { t } = useTranslation();
  const { filters, days } = useReportAddress();
  const { time } = useFormat();
  const report = useCallReport(stepOf(days), filters);
  return (
    <section className="report-total" aria-label={t('reports.all')}>
      <WhenRead of={report}>
        {({ total: { calls, rings, judged }, asOf }) => (
          <>
            <div className="figures flex wraps">
              <Figure of="calls" name={t('reports.calls')}>
                <CountedLink count={calls} of={filters} />
              </Figure>
              <Figure of="rings" name={t('reports.rings')}>
                <RingsCell of={rings} filters={filters} />
              </Figure>
              {judged && (
                <>
                  <Figure of="scored" name={t('reports.scored')}>
                    <CountedLink count={judged.scored} of={{ ...filters, ...COUNTED_BY.scored }} />
                  </Figure>
                  <Figure of="meanPoints" name={t('reports.points')}>
                    <MeanCell of={judged} filters={filters} />
                  </Figure>
                  <Figure of="critical" name={t('reports.critical')}>
                    <CountedLink count={judged.critical} of={{ ...filters, ...COUNTED_BY.critical }} />
                  </Figure>
                  <Figure of="abstained" name={t('reports.abstained')}>
                    <CountedLink count={judged.abstained} of={{ ...filters, ...COUNTED_BY.abstained }} />
                  </Figure>
                </>
              )}
            </div>
            <p className="note report-note">
              <span>{t(judged ? 'reports.note' : 'reports.noteCounts')}</span>
              {judged?.oneAgent && <AgentPoints />}
              <span>{t('reports.asOf', { time: time(asOf, true) })}</span>
            </p>
          </>
        )}
      </WhenRead>
    </section>
  );
}

function Figure({ of, name, children }: { of: Explained; name: string; children: ReactNode }) {
  return (
    <div className="figure">
      <span className="label block soft">
        {name} <Why of={of} name={name} />
      </span>
      <p className="report-figure">{children}</p>
    </div>
  );
}

export type Grouped = Exclude<ReportBy, 'day' | 'week' | 'hour'> | ItemReportBy;
export const GROUPED: readonly Grouped[] = [
  ...(['team', 'agent', 'reviewer', 'queue', 'client'] as const satisfies readonly ReportBy[]),
  ...itemReportBySchema.options,
];

/** What the address asks for: a report can be sent to a colleague, who sees their own part of it. */
export function useReportAddress() {
  const [search, setSearch] = useSearchParams();
  const { timeZone } = useMe();
  const given = filtersFrom(search);
  const span = SPANS.find((one) => one === search.get('span')) ?? (given.from && given.to ? null : 'month');
  const days: Days = span ? daysOf(span, siteDay(timeZone)) : { from: given.from!, to: given.to! };
  const kept = REPORT_FILTER_NAMES.filter((name) => given[name] !== undefined);
  const filters: WrittenFilters = { ...Object.fromEntries(kept.map((name) => [name, given[name]])), ...days };
  const change = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setSearch(next, { replace: true });
  };
  return {
    filters,
    days,
    span,
    by: GROUPED.find((one) => one === search.get('by')) ?? 'team',
    measure: MEASURES.find((one) => one === search.get('show')) ?? null,
    choose: (to: Span) => change({ span: to, from: null, to: null }),
    chooseDays: (to: Days) => change({ span: null, ...to }),
    group: (by: Grouped) => change({ by }),
    show: (measure: Measure) => change({ show: measure }),
  };
}

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
