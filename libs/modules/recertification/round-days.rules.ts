import { DateTime } from 'luxon';

/** The end of the last day on which to answer, by the site's clock. */
export const dueAfter = (opened: Date, days: number, timeZone: string): Date =>
  DateTime.fromJSDate(opened, { zone: timeZone }).plus({ days }).endOf('day').toJSDate();

/** The first day after `today` that is so many months from the day planned: a worker that was away for long asks once. */
export function nextRoundOn(planned: string, everyMonths: number, today: string): string {
  const first = DateTime.fromISO(planned, { zone: 'utc' });
  for (let rounds = 1; ; rounds += 1) {
    const day = first.plus({ months: everyMonths * rounds }).toISODate()!;
    if (day > today) return day;
  }
}

export const dayAt = (now: Date, timeZone: string): string => DateTime.fromJSDate(now, { zone: timeZone }).toISODate()!;

/** Days before the end on which those who did not answer are reminded. */
const REMIND_BEFORE_DAYS = [7, 1];
const DAY_MS = 24 * 3_600_000;

/** How many reminders should have been sent by now. */
export const remindersDue = (dueAt: Date, now: Date): number =>
  REMIND_BEFORE_DAYS.filter((days) => now.getTime() >= dueAt.getTime() - days * DAY_MS).length;
