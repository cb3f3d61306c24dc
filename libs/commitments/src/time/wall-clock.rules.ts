import { type DateTime } from 'luxon';
import { isWorkingDay, type WorkCalendar } from '#people/rules';
import { type PartOfDay } from './time-mention.js';

/** When a part of the day is over: before that, no promise is late. */
const PART_ENDS: Record<PartOfDay, [number, number]> = {
  ...{ dawn: [6, 0], morning: [12, 0], noon: [12, 0], lunch: [13, 0], afternoon: [18, 0], dusk: [19, 0] },
  ...{ evening: [22, 0], night: [23, 59], midnight: [23, 59] },
};

/**
 * A time on a day's wall clock. An hour that summer time skips begins where the clocks go on; of one that comes twice the second counts, so
 * that no promise is late too early.
 */
export function clockOn(day: DateTime, clock: string | number, minutes = 0): DateTime {
  const [hour = 0, minute = 0] = typeof clock === 'string' ? clock.split(':').map(Number) : [clock, minutes];
  const first = day.startOf('day').set({ hour, minute });
  const again = first.plus({ hours: 1 });
  return again.hour === first.hour ? again : first;
}

export const endOfPart = (day: DateTime, part: PartOfDay): DateTime => clockOn(day, ...PART_ENDS[part]);

/** 23:59 of the day. */
export const lastMinute = (day: DateTime): DateTime => clockOn(day, 23, 59);

/** When a day without an hour ends: when the company closes, if it is known to work that day and still open; else at 23:59. */
export function dayEnd(day: DateTime, said: DateTime, calendar: WorkCalendar): DateTime {
  if (calendar.workingHours && isWorkingDay(day.toISODate()!, calendar)) {
    const closes = clockOn(day, calendar.workingHours.to);
    if (closes > said) return closes;
  }
  return lastMinute(day);
}
