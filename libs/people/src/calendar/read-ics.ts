import ICAL from 'ical.js';
import { type CalendarDayKind, type LineProblem } from '#contracts';

import { type FileDay, type Period, yearsAround } from './calendar-plan.rules.js';
import { peopleRefusals } from '../refusals.js';

/** The parser takes a file in one go: larger ones would hold up other requests. */
export const MAX_ICS_CHARACTERS = 256 * 1024;
/** Days that one event may cover or recur on, in the period asked for. */
const MAX_DAYS_OF_EVENT = 400;
/** A rule may begin long ago: this many steps lead from there to the period. */
const MAX_STEPS = 4000;
const WORKED = /[（(【]\s*班\s*[)）】]|补班|調休上班|调休上班|上班|working ?day|work ?day/i;

/**
 * All-day events of an iCalendar file (RFC 5545) as days: a holiday, unless the event says that it is worked, by Apple's
 * `X-APPLE-SPECIAL-DAY` or in its title (“国庆节（班）”). Recurring events are followed within the period only.
 * @throws DomainError `not_a_calendar`, `file_too_large`
 */
export function readIcs(text: string, period: Period | null): { days: FileDay[]; problems: LineProblem[] } {
  if (text.length > MAX_ICS_CHARACTERS) throw peopleRefusals.file_too_large(MAX_ICS_CHARACTERS);
  const lines = text.split(/\r?\n/).flatMap((line, index) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [index + 1] : []));
  const problems: LineProblem[] = [];
  const events = eventsOf(text).map((event, index) => ({ event, line: lines[index] ?? 0 }));
  const within = period ?? yearsAround(events.flatMap(({ event }) => startOf(event)));
  const days = events.flatMap(({ event, line }) => {
    const found = within ? daysOf(event, within) : NO_START;
    if (Array.isArray(found)) {
      const kind = kindOf(event);
      return found.map((day) => ({ line, day, kind, name: nameOf(event) }));
    }
    problems.push({ line, words: found });
    return [];
  });
  return { days, problems };
}

function eventsOf(text: string): ICAL.Component[] {
  try {
    const parsed = ICAL.parse(text) as unknown[];
    const roots = (Array.isArray(parsed[0]) ? parsed : [parsed]) as unknown[];
    return roots.flatMap((root) => new ICAL.Component(root as string[]).getAllSubcomponents('vevent'));
  } catch (cause) {
    throw peopleRefusals.not_a_calendar(cause);
  }
}

const timeOf = (event: ICAL.Component, name: string): ICAL.Time | null => {
  const value: unknown = event.getFirstPropertyValue(name);
  return value instanceof ICAL.Time ? value : null;
};

const startOf = (event: ICAL.Component): { day: string }[] => {
  const start = timeOf(event, 'dtstart');
  return start ? [{ day: dayOf(start) }] : [];
};

const dayOf = (time: ICAL.Time): string => time.toString().slice(0, 10);

type Problem = LineProblem['words'];

function daysOf(component: ICAL.Component, within: Period): string[] | Problem {
  const start = timeOf(component, 'dtstart');
  if (!start || !/^\d{4}-\d\d-\d\d$/.test(dayOf(start))) return NO_START;
  if (!start.isDate) return NOT_ALL_DAY;
  if (component.hasProperty('recurrence-id')) return MOVED_ONCE;
  const end = timeOf(component, 'dtend');
  const length = end ? Math.round((end.toUnixTime() - start.toUnixTime()) / 86_400) : durationDays(component);
  if (length < 1 || length > MAX_DAYS_OF_EVENT) return WRONG_LENGTH;
  const event = new ICAL.Event(component);
  if (!event.isRecurring()) return daysFrom(start, length);
  const days: string[] = [];
  const iterator = event.iterator();
  for (let step = 0; step < MAX_STEPS; step++) {
    const next = iterator.next() as ICAL.Time | null;
    if (!next || dayOf(next) > within.to) return days;
    days.push(...daysFrom(next, length).filter((day) => day >= within.from && day <= within.to));
    if (days.length > MAX_DAYS_OF_EVENT) return TOO_OFTEN;
  }
  return TOO_OFTEN;
}

function durationDays(component: ICAL.Component): number {
  const value: unknown = component.getFirstPropertyValue('duration');
  return value instanceof ICAL.Duration ? Math.round(value.toSeconds() / 86_400) : 1;
}

function daysFrom(start: ICAL.Time, length: number): string[] {
  return Array.from({ length }, (_, offset) => {
    const day = start.clone();
    day.adjust(offset, 0, 0, 0);
    return dayOf(day);
  });
}

function kindOf(event: ICAL.Component): CalendarDayKind {
  const apple = String(event.getFirstPropertyValue('x-apple-special-day') ?? '');
  if (apple) return apple.toUpperCase().includes('WORKDAY') ? 'working_day' : 'holiday';
  return WORKED.test(nameOf(event)) ? 'working_day' : 'holiday';
}

const nameOf = (event: ICAL.Component): string =>
  String(event.getFirstPropertyValue('summary') ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80) || '—';

const NO_START: Problem = { zh: '这个事件没有有效的开始日期。', en: 'This event has no valid first day.' };
const NOT_ALL_DAY: Problem = {
  zh: '这个事件不是全天事件。请删除，或改成全天事件。',
  en: 'This event has a time of day. Remove it, or make it last all day.',
};
const MOVED_ONCE: Problem = {
  zh: '这是重复事件的一次例外，请改成单独的事件。',
  en: 'This is an exception of a recurring event. Make it an event of its own.',
};
const WRONG_LENGTH: Problem = {
  zh: `这个事件的天数必须在 1 到 ${MAX_DAYS_OF_EVENT} 之间。`,
  en: `This event must last from 1 to ${MAX_DAYS_OF_EVENT} days.`,
};
const TOO_OFTEN: Problem = {
  zh: `这个事件重复过多，最多展开 ${MAX_DAYS_OF_EVENT} 天。`,
  en: `This event recurs too often; at most ${MAX_DAYS_OF_EVENT} days are taken of one.`,
};
