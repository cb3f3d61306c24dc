import {
  itemReportBySchema,
  mailedFiltersSchema,
  REPORT_FILTER_NAMES,
  reportBySchema,
  type MailedReport,
} from '#contracts';

/** Periods that go with the day; a week begins on Monday. */
export const SPANS = ['today', 'yesterday', 'week', 'month'] as const;
export type Span = (typeof SPANS)[number];

export interface Days {
  from: string;
  to: string;
}

const DAY = 86_400_000;
const plus = (day: string, days: number) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** First and last day of a span, on a day of the site's calendar. */
export function daysOf(span: Span, today: string): Days {
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  const from: Record<Span, string> = {
    today,
    yesterday: plus(today, -1),
    week: plus(today, -sinceMonday),
    month: `${today.slice(0, 8)}01`,
  };
  return { from: from[span], to: span === 'yesterday' ? from.yesterday : today };
}

export const lengthOf = ({ from, to }: Days): number => (Date.parse(to) - Date.parse(from)) / DAY + 1;

/** How a trend is cut: so that its points can be told apart. */
export const stepOf = (days: Days): 'day' | 'week' => (lengthOf(days) <= 62 ? 'day' : 'week');

/** Every day or Monday of the period: one without calls is a gap in the trend and not left out. */
export function pointsOf(step: 'day' | 'week', { from, to }: Days): string[] {
  const first = step === 'day' ? from : daysOf('week', from).from;
  const every = step === 'day' ? 1 : 7;
  const count = Math.floor((Date.parse(to) - Date.parse(first)) / (every * DAY)) + 1;
  return Array.from({ length: count }, (_, at) => plus(first, at * every));
}

interface Interval {
  low: number | null;
  high: number | null;
}

/**
 * How groups stand to each other by their intervals. Where two overlap, or one is unknown, nothing says which is greater, and there is no
 * order to be told. @param intervals null of a group without a value: it takes no part @returns null where fewer than two have a value
 */
export function standing(intervals: readonly (Interval | null)[]): 'apart' | 'overlap' | null {
  const valued = intervals.filter((one) => one !== null);
  if (valued.length < 2) return null;
  const known = valued.flatMap(({ low, high }) => (low !== null && high !== null ? [[low, high] as const] : []));
  if (known.length < valued.length) return 'overlap';
  const sorted = known.toSorted(([a], [b]) => a - b);
  const overlaps = sorted.some(([, high], at) => at + 1 < sorted.length && sorted[at + 1]![0] <= high);
  return overlaps ? 'overlap' : 'apart';
}

export type ReportChosen = Pick<MailedReport, 'by' | 'filters'>;

const KINDS: readonly MailedReport['by'][] = [...reportBySchema.options, ...itemReportBySchema.options];

/** What the address of this screen, or of a report, names: kind and filters; what is none of them is left out. */
export function reportIn(search: URLSearchParams): ReportChosen {
  const by = KINDS.find((one) => one === search.get('by')) ?? 'team';
  const given = REPORT_FILTER_NAMES.filter((name) => name !== 'from' && name !== 'to').flatMap((name) => {
    const value = search.get(name);
    return value === null ? [] : [[name, value]];
  });
  const filters = mailedFiltersSchema.safeParse(Object.fromEntries(given));
  return { by, filters: filters.success ? filters.data : {} };
}

/** How the calls of all groups stand to the whole: a call may be in several of them, or in none. null: they add up to it. */
export function addsUp(
  groups: readonly { calls: number }[],
  whole: number,
): { sum: number; to: 'more' | 'fewer' } | null {
  const sum = groups.reduce((all, { calls }) => all + calls, 0);
  return sum === whole ? null : { sum, to: sum > whole ? 'more' : 'fewer' };
}
