import { DateTime } from 'luxon';
import { daysOfPeriod, type CallFilters } from '#contracts';

/** Filters with their period as days of the site's calendar; of a period and days beside it, what both leave. */
export function inDays({ period, ...filters }: CallFilters, now: Date, timeZone: string): CallFilters {
  if (!period) return filters;
  const days = daysOfPeriod(period, DateTime.fromJSDate(now, { zone: timeZone }).toFormat('yyyy-MM-dd'));
  return {
    ...filters,
    from: filters.from !== undefined && filters.from > days.from ? filters.from : days.from,
    to: filters.to !== undefined && filters.to < days.to ? filters.to : days.to,
  };
}
