import { DateTime } from 'luxon';
import { type ReportRhythm } from '#contracts';

/** One time at which a report comes due, and the days that it is about, both included, by the site's calendar. */
export interface ReportTime {
  readonly dueAt: Date;
  readonly from: string;
  readonly to: string;
}

const DAY = 'yyyy-MM-dd';

/** The last time that came, at or before this moment. */
export function lastTime(rhythm: ReportRhythm, timeZone: string, now: Date): ReportTime {
  const at = DateTime.fromJSDate(now, { zone: timeZone });
  const due = timeIn(rhythm, at);
  return timeOf(rhythm, due <= at ? due : timeIn(rhythm, at.startOf(rhythm.period).minus({ [rhythm.period]: 1 })));
}

/** The first time after this moment. */
export function nextTime(rhythm: ReportRhythm, timeZone: string, now: Date): ReportTime {
  const at = DateTime.fromJSDate(now, { zone: timeZone });
  const due = timeIn(rhythm, at);
  return timeOf(rhythm, due > at ? due : timeIn(rhythm, at.startOf(rhythm.period).plus({ [rhythm.period]: 1 })));
}

/** The time within the day, week or month of this moment. An hour that summer time leaves out comes an hour later. */
function timeIn({ period, weekday, monthDay, hour }: ReportRhythm, at: DateTime): DateTime {
  const first = at.startOf(period);
  const days = period === 'week' ? weekday! - 1 : period === 'month' ? monthDay! - 1 : 0;
  return first.plus({ days }).set({ hour });
}

/** The last whole day, week or month before it. */
function timeOf({ period }: ReportRhythm, due: DateTime): ReportTime {
  const to = due.startOf(period);
  const from = to.minus({ [period]: 1 });
  return { dueAt: due.toJSDate(), from: from.toFormat(DAY), to: to.minus({ days: 1 }).toFormat(DAY) };
}
