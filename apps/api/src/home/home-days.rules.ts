import { DateTime } from 'luxon';

/** Days of the site, first and last, as the list of calls takes them. */
export interface SiteDays {
  readonly from: string;
  readonly to: string;
}

const DAY = 'yyyy-MM-dd';

const dayOf = (at: Date, timeZone: string): DateTime => DateTime.fromJSDate(at, { zone: timeZone }).startOf('day');

/** A single day, that of an instant. */
export function theDayOf(at: Date, timeZone: string): SiteDays {
  const day = dayOf(at, timeZone).toFormat(DAY);
  return { from: day, to: day };
}

export const yesterdayOf = (now: Date, timeZone: string): SiteDays =>
  theDayOf(dayOf(now, timeZone).minus({ days: 1 }).toJSDate(), timeZone);

/** The last seven days, today included. */
export function weekTo(now: Date, timeZone: string): SiteDays {
  const today = dayOf(now, timeZone);
  return { from: today.minus({ days: 6 }).toFormat(DAY), to: today.toFormat(DAY) };
}

/** This week's Monday. */
export const mondayOf = (now: Date, timeZone: string): string =>
  DateTime.fromJSDate(now, { zone: timeZone }).startOf('week').toFormat(DAY);
