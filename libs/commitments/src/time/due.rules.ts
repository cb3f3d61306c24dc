import { DateTime } from 'luxon';
import { isWorkingDay, type WorkCalendar } from '#people/rules';
import { type CommitmentUnclear, type DueBasis } from '#contracts';
import { clockOn, dayEnd, endOfPart, lastMinute } from './wall-clock.rules.js';
import { type DayWords, type SpanUnit, type TimeMention } from './time-mention.js';

/**
 * When something that was promised is due (decision 31). Days, parts of days and clocks are those of the company's site, unless the words name
 * a zone; minutes and hours run from the end of the call; the call's own day is never the first of "two working days"; of a range the end
 * counts; a day without an hour ends when the company closes, or at 23:59 where that is not known. What cannot be decided is `unclear`, with the
 * reason, and a person sets the time.
 */
export type Due = { kind: 'at'; at: Date; basis: DueBasis } | { kind: 'unclear'; reason: CommitmentUnclear };

export interface Spoken {
  /** When the words were said. */
  saidAt: Date;
  /** When the call ended; nothing is due before. */
  endedAt: Date;
  calendar: WorkCalendar;
}

/** Longer is a slip of the tongue or of the recogniser: agents do not promise for more than a year ahead. */
const LONGEST: Record<SpanUnit, number> = {
  minute: 527_040,
  hour: 8784,
  day: 366,
  working_day: 260,
  week: 53,
  month: 12,
};

const unclear = (reason: CommitmentUnclear): Due => ({ kind: 'unclear', reason });
type Day = DateTime | CommitmentUnclear;

/** @see Due */
export function dueOf(mention: TimeMention, spoken: Spoken): Due {
  if (mention.zone === 'customer') return unclear('customer_zone');
  const zone = mention.zone ?? spoken.calendar.timeZone;
  const here = DateTime.fromJSDate(spoken.saidAt, { zone: spoken.calendar.timeZone });
  // "Tomorrow at nine New York time" is tomorrow where it was said.
  const said = mention.day ? here.setZone(zone, { keepLocalTime: true }) : here.setZone(zone);
  const ended = DateTime.fromJSDate(spoken.endedAt, { zone });
  const due = mention.span ? afterSpan(mention, said, ended, spoken) : onDay(mention, said, spoken);
  if (due.kind !== 'at') return due;
  return due.at > spoken.endedAt ? due : unclear('past');
}

const at = (moment: DateTime, basis: DueBasis): Due =>
  moment.isValid ? { kind: 'at', at: moment.toJSDate(), basis } : unclear('impossible');

function afterSpan(mention: TimeMention, said: DateTime, ended: DateTime, { calendar }: Spoken): Due {
  const { amount, unit } = mention.span!;
  if (amount < 1 || amount > LONGEST[unit]) return unclear('impossible');
  if (unit === 'minute') return at(ended.plus({ minutes: amount }), 'elapsed');
  if (unit === 'working_day') {
    const day = workingDayAfter(said, amount, calendar);
    if (!day) return unclear('calendar_unknown');
    return mention.clock || mention.part ? inDay(mention, day, said) : at(dayEnd(day, said, calendar), 'working_days');
  }
  const day = said.startOf('day').plus({ [`${unit}s`]: amount });
  return mention.clock || mention.part ? inDay(mention, day, said) : at(dayEnd(day, said, calendar), 'days');
}

/** The nth working day after the day of the call; null where the calendar ends before it. */
function workingDayAfter(said: DateTime, amount: number, calendar: WorkCalendar): DateTime | null {
  let day = said.startOf('day');
  for (let left = amount; left > 0;) {
    day = day.plus({ days: 1 });
    const works = isWorkingDay(day.toISODate()!, calendar);
    if (works === null) return null;
    if (works) left--;
  }
  return day;
}

function onDay(mention: TimeMention, said: DateTime, spoken: Spoken): Due {
  const { calendar } = spoken;
  if (!mention.day) return withoutDay(mention, said, calendar);
  const day = dayOf(mention.day, said, calendar, mention);
  if (typeof day === 'string') return unclear(day);
  if (mention.closing) return closing(day, said, calendar);
  if (mention.clock || mention.part) return inDay(mention, day, said);
  if (mention.before) return at(dayEnd(day.minus({ days: 1 }), said, calendar), 'day');
  return at(dayEnd(day, said, calendar), mention.day.kind === 'end_of' ? 'period_end' : 'day');
}

function closing(day: DateTime, said: DateTime, calendar: WorkCalendar): Due {
  if (!calendar.workingHours) return unclear('no_working_hours');
  const works = isWorkingDay(day.toISODate()!, calendar);
  if (works === null) return unclear('calendar_unknown');
  const closes = clockOn(day, calendar.workingHours.to);
  return works && closes > said ? at(closes, 'close_of_business') : unclear('past');
}

/** A clock or a part of the day without a day: the next one, where there is no doubt which. */
function withoutDay(mention: TimeMention, said: DateTime, calendar: WorkCalendar): Due {
  const today = said.startOf('day');
  if (mention.closing) {
    const now = closing(today, said, calendar);
    if (now.kind === 'at' || now.reason !== 'past') return now;
    const next = workingDayAfter(said, 1, calendar);
    return next ? closing(next, said, calendar) : unclear('calendar_unknown');
  }
  const due = inDay(mention, today, said);
  if (due.kind !== 'at' || due.at > said.toJSDate()) return due;
  const { clock } = mention;
  const isSure = mention.part !== null || clock?.half != null || (clock?.hour ?? 0) > 12;
  return isSure ? inDay(mention, today.plus({ days: 1 }), said) : unclear('ambiguous_hour');
}

function inDay({ clock, part }: TimeMention, day: DateTime, said: DateTime): Due {
  if (!clock) return at(endOfPart(day, part!), 'part_of_day');
  const { minute } = clock;
  let hour = hourOf(clock.hour, clock.half, part);
  if (hour < 0 || hour > 29 || minute > 59) return unclear('impossible');
  // "Today at nine", said at noon, is in the evening.
  const isOpen = clock.half === null && part === null && hour < 12;
  if (isOpen && day.hasSame(said, 'day') && day.set({ hour, minute }) <= said) hour += 12;
  const moment = clockOn(day.plus({ days: Math.floor(hour / 24) }), hour % 24, minute);
  return at(moment, 'clock');
}

/** An hour from 1 to 6 without more is in the afternoon: agents do not call back at night. From 7 to 11 it is in the morning. */
function hourOf(hour: number, half: 'am' | 'pm' | null, part: TimeMention['part']): number {
  if (hour > 24) return -1;
  if (hour > 12) return hour;
  if (half) return (hour % 12) + (half === 'pm' ? 12 : 0);
  if (part === 'dawn') return hour % 12;
  if (part === 'morning') return hour;
  if (part === 'noon' || part === 'lunch') return hour < 5 ? hour + 12 : hour;
  if (part === 'afternoon' || part === 'dusk') return (hour % 12) + 12;
  if (part === 'evening') return hour === 12 ? 24 : hour + 12;
  if (part === 'night' || part === 'midnight') return hour === 12 ? 24 : hour < 6 ? hour + 24 : hour + 12;
  return hour === 0 ? 24 : hour < 7 ? hour + 12 : hour;
}

function dayOf(words: DayWords, said: DateTime, calendar: WorkCalendar, rest: TimeMention): Day {
  const today = said.startOf('day');
  switch (words.kind) {
    case 'offset':
      return today.plus({ days: words.days });
    case 'next_working_day':
      return workingDayAfter(said, 1, calendar) ?? 'calendar_unknown';
    case 'weekday':
      return weekday(words, today, rest);
    case 'date':
      return dateOf(words, today);
    case 'end_of':
      return endOf(words, today, calendar);
  }
}

/**
 * "Next Friday" is the Friday of next calendar week in both languages. Just "Friday" is the coming one; said on a Friday it may be today or
 * a week on, so the rule does not decide.
 */
function weekday(words: Extract<DayWords, { kind: 'weekday' }>, today: DateTime, rest: TimeMention): Day {
  const monday = today.startOf('week');
  const inWeek = (week: number) => monday.plus({ weeks: week, days: words.weekday - 1 });
  const ahead = (words.weekday - today.weekday + 7) % 7;
  if (words.week === 'this') return inWeek(0) < today ? 'past' : inWeek(0);
  if (words.week === 'next') return inWeek(1);
  if (words.week === 'after_next') return inWeek(2);
  if (ahead === 0 && !rest.closing) return 'ambiguous_day';
  return today.plus({ days: ahead + (words.week === 'week_on' ? 7 : 0) });
}

/** A date without a year is the next one; a month and a day that went by less than half a year ago is a slip, not next year. */
function dateOf({ year, month, monthOffset, day }: Extract<DayWords, { kind: 'date' }>, today: DateTime): Day {
  if (month === null) {
    const offset = monthOffset ?? (day !== 'last' && day < today.day ? 1 : 0);
    const first = today.startOf('month').plus({ months: offset });
    if (day === 'last') return lastDay(first);
    return day >= 1 && day <= first.daysInMonth! ? first.set({ day }) : 'impossible';
  }
  const inYear = (which: number): Day => {
    const date = DateTime.fromObject({ year: which, month, day: day === 'last' ? 1 : day }, { zone: today.zone });
    if (!date.isValid) return 'impossible';
    return day === 'last' ? lastDay(date) : date;
  };
  if (year !== null) return inYear(year === 'next' ? today.year + 1 : year);
  const thisYear = inYear(today.year);
  if (typeof thisYear === 'string' || thisYear >= today) return thisYear;
  return today.diff(thisYear, 'days').days > 183 ? inYear(today.year + 1) : 'past';
}

const lastDay = (inMonth: DateTime): DateTime => inMonth.endOf('month').startOf('day');

function endOf({ unit, offset }: Extract<DayWords, { kind: 'end_of' }>, today: DateTime, calendar: WorkCalendar): Day {
  if (unit === 'weekend') return today.startOf('week').plus({ weeks: offset, days: 6 });
  if (unit !== 'week') return lastMinute(today.plus({ [`${unit}s`]: offset }).endOf(unit)).startOf('day');
  const monday = today.startOf('week').plus({ weeks: offset });
  for (let day = 6; day >= 0; day--) {
    const date = monday.plus({ days: day });
    if (date < today) break;
    const works = isWorkingDay(date.toISODate()!, calendar);
    if (works === null) return 'calendar_unknown';
    if (works) return date;
  }
  return monday.plus({ days: 6 });
}
