import { endOfDay, startOfDay } from '#calls';
import { type SiteDay } from './result-counts.sql.js';

const DAY_MS = 86_400_000;

/** Each day of the site from the first to the last, both as `2026-11-28`. */
export function siteDays(from: string, to: string, timeZone: string): SiteDay[] {
  const days: SiteDay[] = [];
  let starts = startOfDay(from, timeZone);
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS) {
    const ends = endOfDay(new Date(at).toISOString().slice(0, 10), timeZone);
    days.push({ starts, ends });
    starts = ends;
  }
  return days;
}
