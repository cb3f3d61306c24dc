import { DateTime } from 'luxon';
import { type CalendarDayKind, type QuietHours, type WorkingHours } from '#contracts';

/** What is known of the company's days. Nothing is invented: a day outside every period is unknown, also when its weekday is known. */
export interface WorkCalendar {
  /** The site's IANA zone. */
  timeZone: string;
  /** `yyyy-mm-dd` → holiday or worked weekend day (调休). */
  days: ReadonlyMap<string, CalendarDayKind>;
  /** Days, both ends included, for which `days` is complete. */
  periods: readonly { from: string; to: string }[];
  /** Without them every hour of a working day counts, Monday to Friday. */
  workingHours?: WorkingHours | undefined;
}

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
/** The longest run of days without work that is searched: a year covers every calendar that was meant. */
const FARTHEST_DAYS = 366;

/** Periods that touch or overlap are one; in the order of the days. */
export function mergedPeriods(periods: WorkCalendar['periods']): { from: string; to: string }[] {
  const merged: { from: string; to: string }[] = [];
  for (const { from, to } of [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (!last || from > dayAfter(last.to)) merged.push({ from, to });
    else if (to > last.to) last.to = to;
  }
  return merged;
}

/** @returns null when the calendar does not cover the day. `day` is `yyyy-mm-dd` on the site's wall calendar */
export function isWorkingDay(day: string, calendar: WorkCalendar): boolean | null {
  const kind = calendar.days.get(day);
  if (kind) return kind === 'working_day';
  if (!calendar.periods.some(({ from, to }) => from <= day && day <= to)) return null;
  return (calendar.workingHours?.weekdays ?? MONDAY_TO_FRIDAY).includes(DateTime.fromISO(day, { zone: 'utc' }).weekday);
}

/**
 * Whether customers of a region are left alone at this moment, by the clocks of the region (policy P1 §6). A subdivision's own hours go
 * before its country's; a region in several zones is quiet as soon as one of them is.
 * @returns null when no quiet hours are known for the region
 */
export function isQuietHour(at: Date, region: string, quietHours: readonly QuietHours[]): boolean | null {
  const own = quietHours.filter((hours) => hours.region === region);
  const found = own.length > 0 ? own : quietHours.filter((hours) => hours.region === region.split('-')[0]);
  if (found.length === 0) return null;
  return found.some(({ timeZone, from, to }) => {
    const clock = DateTime.fromJSDate(at, { zone: timeZone }).toFormat('HH:mm');
    return from < to ? from <= clock && clock < to : clock >= from || clock < to;
  });
}

export type NextWorkingTime = { known: true; at: Date } | { known: false; after: string };

/**
 * The first moment from `at` on in which the company works: `at` itself inside working hours, else the next opening. An hour that summer
 * time skips begins where the clocks go on.
 * @returns `known: false` with the last day that could be judged, when the calendar ends before the answer
 */
export function nextWorkingTime(at: Date, calendar: WorkCalendar): NextWorkingTime {
  const now = DateTime.fromJSDate(at, { zone: calendar.timeZone });
  for (let offset = 0; offset <= FARTHEST_DAYS; offset++) {
    const date = now.startOf('day').plus({ days: offset });
    const day = date.toISODate() ?? '';
    const works = isWorkingDay(day, calendar);
    if (works === null) return { known: false, after: date.minus({ days: 1 }).toISODate() ?? '' };
    if (!works) continue;
    const opens = timeOn(date, calendar.workingHours?.from ?? '00:00');
    const closes = calendar.workingHours ? timeOn(date, calendar.workingHours.to) : date.plus({ days: 1 });
    if (now < closes) return { known: true, at: (now > opens ? now : opens).toJSDate() };
  }
  return { known: false, after: now.plus({ days: FARTHEST_DAYS }).toISODate() ?? '' };
}

function timeOn(date: DateTime, clock: string): DateTime {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return date.set({ hour, minute });
}

const dayAfter = (day: string): string => DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toISODate() ?? day;
