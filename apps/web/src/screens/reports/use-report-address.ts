import {
  itemReportBySchema,
  REPORT_FILTER_NAMES,
  type ItemReportBy,
  type ReportBy,
  type WrittenFilters,
} from '#contracts';
import { useSearchParams } from 'react-router';
import { useMe } from '../../data/session.js';
import { siteDay } from '../../format/site-day.js';
import { filtersFrom } from '../calls/filters.rules.js';
import { daysOf, SPANS, type Days, type Span } from './spans.rules.js';
import { MEASURES, type Measure } from './measures.js';

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
