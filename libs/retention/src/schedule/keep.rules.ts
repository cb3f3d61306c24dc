import { RETENTION_FACTS, retentionRank, type KeepFor, type RetentionFact, type RetentionSchedule } from '#contracts';

/** What is known of the leg that a recording belongs to. */
export type CallFacts = Record<RetentionFact, string | null>;

/** The rule that says how long a recording is kept; `rule` is null for the default. */
export interface ChosenKeep {
  keep: KeepFor;
  /** 0-based, in the order of the schedule. */
  rule: number | null;
}

/** The most specific rule that fits (`retentionRank`), or the default. */
export function retentionFor({ rules, ...schedule }: RetentionSchedule, facts: CallFacts): ChosenKeep {
  let best: { rule: number; rank: number } | null = null;
  rules.forEach(({ when }, rule) => {
    if (!RETENTION_FACTS.every((fact) => when[fact] === undefined || facts[fact] === when[fact])) return;
    const rank = retentionRank(when);
    if (!best || rank > best.rank) best = { rule, rank };
  });
  const found = best as { rule: number } | null;
  return found ? { keep: rules[found.rule]!.keep, rule: found.rule } : { keep: schedule.default, rule: null };
}

/**
 * The last day on which a recording of `day` is kept. Months and years keep the day of the month, or its last where it is shorter: a month
 * from 31 January ends with February, a year from 29 February on 28 February.
 * @param day ISO date, in the site's calendar; so is the answer
 */
export function lastDay(day: string, { count, unit }: KeepFor): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (unit === 'days') return isoDay(year, month - 1, date + count);
  const months = month - 1 + count * (unit === 'years' ? 12 : 1);
  const [toYear, toMonth] = [year + Math.floor(months / 12), months % 12];
  const daysInMonth = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  return isoDay(toYear, toMonth, Math.min(date, daysInMonth));
}

/** The last day of which the shortest of these terms is over: nothing of a later day may go. */
export function lastDayOver(today: string, keeps: readonly KeepFor[]): string {
  const [year, month, date] = today.split('-').map(Number) as [number, number, number];
  const overOf = (keep: KeepFor): string => {
    const months = { days: 0, months: keep.count, years: 12 * keep.count }[keep.unit];
    let back = keep.unit === 'days' ? keep.count : 0;
    // Where the month is shorter than today's date, the first tries are a few days late.
    for (;;) {
      const day = isoDay(year, month - 1 - months, date - ++back);
      if (lastDay(day, keep) < today) return day;
    }
  };
  return keeps.map(overOf).reduce((latest, day) => (day > latest ? day : latest));
}

const isoDay = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
