import { DateTime } from 'luxon';
import { type HomePeriod } from '#contracts';

/** Days of the site, first and last, as the list of calls takes them. */
export interface SiteDays {
  readonly from: string;
  readonly to: string;
}

const DAY = 'yyyy-MM-dd';

/** `yesterday`, or the last seven days, today included. */
export function daysOf(period: HomePeriod, now: Date, timeZone: string): SiteDays {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
  const [from, to] =
    period === 'yesterday' ? [today.minus({ days: 1 }), today.minus({ days: 1 })] : [today.minus({ days: 6 }), today];
  return { from: from.toFormat(DAY), to: to.toFormat(DAY) };
}

/** This week's Monday. */
export const mondayOf = (now: Date, timeZone: string): string =>
  DateTime.fromJSDate(now, { zone: timeZone }).startOf('week').toFormat(DAY);
