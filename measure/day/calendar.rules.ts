const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'next'];
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** The company's zone has no summer time. */
const OFFSET_MS = 8 * 60 * MINUTE_MS;

/** Minutes from the week's first midnight to `mon 09:30`; `next` is the Monday after. */
export function minutesOf(at: string): number {
  const [, day = '', hours = '', minutes = ''] = /^([a-z]+) (\d\d):(\d\d)$/.exec(at) ?? [];
  const index = DAYS.indexOf(day);
  if (index < 0) throw new Error(`${JSON.stringify(at)} is no time of the week`);
  return (index * 24 + Number(hours)) * 60 + Number(minutes);
}

/** The midnight, by the company's clock, that the next Monday begins with. */
export function nextMonday(now: Date): Date {
  const local = new Date(now.getTime() + OFFSET_MS);
  const midnight = Math.floor(local.getTime() / DAY_MS) * DAY_MS;
  const days = (8 - local.getUTCDay()) % 7 || 7;
  return new Date(midnight + days * DAY_MS - OFFSET_MS);
}

export const momentOf = (monday: Date, at: string): Date => new Date(monday.getTime() + minutesOf(at) * MINUTE_MS);

/** `Mon 09:30`, by the company's clock. */
export function spokenTime(monday: Date, moment: Date): string {
  const minutes = Math.floor((moment.getTime() - monday.getTime()) / MINUTE_MS);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = DAYS[Math.floor(minutes / 1440)] ?? 'later';
  return `${day} ${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`;
}
