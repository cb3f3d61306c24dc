import { DateTime } from 'luxon';
import { isWorkingDay, type WorkCalendar } from '#people/rules';

/** A company cannot close for longer. */
const FARTHEST_DAYS = 55;

/**
 * Until when an opening has to be reviewed: the end of the so-many-th working day after it, by the site's calendar. A day that the calendar
 * does not cover counts when it is one of Monday to Friday: too early rather than too late.
 */
export function reviewDue(openedAt: Date, workingDays: number, calendar: WorkCalendar): Date {
  let day = DateTime.fromJSDate(openedAt, { zone: calendar.timeZone }).startOf('day');
  for (let [left, passed] = [workingDays, 0]; left > 0 && passed < FARTHEST_DAYS; passed++) {
    day = day.plus({ days: 1 });
    if (isWorkingDay(day.toISODate() ?? '', calendar) ?? day.weekday <= 5) left--;
  }
  return day.plus({ days: 1 }).toJSDate();
}
