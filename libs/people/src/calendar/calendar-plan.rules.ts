import { type CalendarDayView, type LineProblem } from '#contracts';

/** A day as a file says it. */
export interface FileDay extends CalendarDayView {
  line: number;
}

export interface Period {
  from: string;
  to: string;
}

export interface CalendarPlan {
  period: Period | null;
  added: CalendarDayView[];
  changed: { before: CalendarDayView; after: CalendarDayView }[];
  removed: CalendarDayView[];
  unchanged: number;
  problems: LineProblem[];
}

/** The whole years in which the days lie: a calendar is published by the year. */
export function yearsAround(days: readonly { day: string }[]): Period | null {
  const years = days.map(({ day }) => day.slice(0, 4)).sort();
  return years.length > 0 ? { from: `${years[0]}-01-01`, to: `${years.at(-1)}-12-31` } : null;
}

/**
 * What it takes to make the calendar of a period say what a file says: days of the period that the file does not have are removed, days
 * outside the period are the file's mistake.
 */
export function planCalendar(
  file: readonly FileDay[],
  known: readonly CalendarDayView[],
  period: Period | null,
): CalendarPlan {
  const problems: LineProblem[] = [];
  const wanted = new Map<string, FileDay>();
  for (const day of file) {
    const before = wanted.get(day.day);
    if (before && (before.kind !== day.kind || before.name !== day.name)) problems.push(twice(day, before));
    else if (period && (day.day < period.from || day.day > period.to)) problems.push(outside(day, period));
    else wanted.set(day.day, day);
  }
  const inPeriod = period ? known.filter(({ day }) => period.from <= day && day <= period.to) : [];
  const before = new Map(inPeriod.map((day) => [day.day, day]));
  const after = [...wanted.values()].map(({ line: _, ...day }) => day).sort((a, b) => (a.day < b.day ? -1 : 1));
  const differs = (day: CalendarDayView) =>
    before.get(day.day)?.kind !== day.kind || before.get(day.day)?.name !== day.name;
  return {
    period,
    added: after.filter(({ day }) => !before.has(day)),
    changed: after
      .filter((day) => before.has(day.day) && differs(day))
      .map((day) => ({ before: before.get(day.day) as CalendarDayView, after: day })),
    removed: inPeriod.filter(({ day }) => !wanted.has(day)),
    unchanged: after.filter((day) => before.has(day.day) && !differs(day)).length,
    problems,
  };
}

const twice = ({ line, day }: FileDay, before: FileDay): LineProblem => ({
  line,
  words: {
    zh: `${day} 出现了两次，内容不同（另见第 ${before.line} 行）。`,
    en: `${day} occurs twice with different contents (see also line ${before.line}).`,
  },
});

const outside = ({ line, day }: FileDay, { from, to }: Period): LineProblem => ({
  line,
  words: { zh: `${day} 不在 ${from} 至 ${to} 之内。`, en: `${day} is not between ${from} and ${to}.` },
});
