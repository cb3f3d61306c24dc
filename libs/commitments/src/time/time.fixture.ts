import { DateTime } from 'luxon';
import { type Language } from '#contracts';
import { type WorkCalendar } from '#people';
import { dueOf, type Spoken } from './due.rules.js';
import { findTimes } from './find-times.rules.js';

const holidays = (...days: string[]) => days.map((day) => [day, 'holiday'] as const);

/** The Chinese working calendar of autumn 2026 as far as the tests need it: the October holiday, and the Saturday worked for it. */
export const SHANGHAI: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  days: new Map([
    ...holidays('2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07', '2027-01-01'),
    ['2026-10-10', 'working_day'],
  ]),
  periods: [{ from: '2026-01-01', to: '2027-01-31' }],
  workingHours: { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' },
};

export const NEW_YORK: WorkCalendar = {
  timeZone: 'America/New_York',
  days: new Map(holidays('2026-11-26')),
  periods: [{ from: '2026-01-01', to: '2026-12-31' }],
  workingHours: { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
};

/** Words said at a local time, in a call that ended two minutes later. */
export const spoken = (local: string, language: Language, calendar: WorkCalendar): Spoken & { language: Language } => {
  const said = DateTime.fromISO(local, { zone: calendar.timeZone });
  return { saidAt: said.toJSDate(), endedAt: said.plus({ minutes: 2 }).toJSDate(), language, calendar };
};

/** The due time of the only time in a text, on the calendar's wall clock; why it has none; or `no_time`. */
export function dueIn(text: string, when: Spoken & { language: Language }): string {
  const times = findTimes(text, when.language);
  if (times.length > 1)
    return `${times.length} times: ${times.map((t) => text.slice(t.fromChar, t.toChar)).join(' | ')}`;
  if (!times[0]) return 'no_time';
  const due = dueOf(times[0], when);
  if (due.kind === 'unclear') return due.reason;
  return DateTime.fromJSDate(due.at, { zone: when.calendar.timeZone }).toFormat('yyyy-MM-dd HH:mm');
}

/** Rows `words → due`, one a line. */
export const rows = (table: string): [string, string][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('→').map((cell) => cell.trim()) as [string, string]);
