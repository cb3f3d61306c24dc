import { DateTime } from 'luxon';
import { type CallFilters, type CallPeriod } from '#contracts';

/** First and last day of a period, in the site's time zone. */
export function daysOfPeriod(period: CallPeriod, now: Date, timeZone: string): { from: string; to: string } {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
  const spans: Record<CallPeriod, readonly [DateTime, DateTime]> = {
    today: [today, today],
    yesterday: [today.minus({ days: 1 }), today.minus({ days: 1 })],
    this_week: [today.startOf('week'), today.endOf('week')],
    last_week: [today.startOf('week').minus({ weeks: 1 }), today.startOf('week').minus({ days: 1 })],
    this_month: [today.startOf('month'), today.endOf('month')],
    last_month: [today.startOf('month').minus({ months: 1 }), today.startOf('month').minus({ days: 1 })],
    last_30_days: [today.minus({ days: 29 }), today],
  };
  const [from, to] = spans[period];
  return { from: from.toFormat('yyyy-MM-dd'), to: to.toFormat('yyyy-MM-dd') };
}

/** Filters with their period as days; of a period and days beside it, what both leave. */
export function inDays({ period, ...filters }: CallFilters, now: Date, timeZone: string): CallFilters {
  if (!period) return filters;
  const days = daysOfPeriod(period, now, timeZone);
  return {
    ...filters,
    from: filters.from !== undefined && filters.from > days.from ? filters.from : days.from,
    to: filters.to !== undefined && filters.to < days.to ? filters.to : days.to,
  };
}
