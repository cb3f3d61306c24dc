/** How exactly a time is asked for. */
export type Exactness = 'day' | 'minute' | 'second';

const TYPED = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T]+(\d{1,2})[:：](\d\d)(?:[:：](\d\d))?)?$/;

/**
 * `2026-03-12 14:02` as people type it, as `2026-03-12T14:02`; with seconds where those are asked for, and none typed are none; without
 * the clock where a day is asked for.
 *
 * @returns null when it is no such time
 */
export function wallTime(typed: string, exactness: Exactness = 'minute'): string | null {
  const [, y, m, d, h, min, s] = TYPED.exec(typed.trim()) ?? [];
  if (!y || !m || !d || (s && exactness !== 'second')) return null;
  if ((exactness === 'day') !== (h === undefined)) return null;
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const wall = h ? `${day}T${h.padStart(2, '0')}:${min}:${s ?? '00'}` : `${day}T00:00:00`;
  const read = new Date(`${wall}Z`);
  if (Number.isNaN(read.getTime()) || !read.toISOString().startsWith(wall)) return null;
  return wall.slice(0, { day: 10, minute: 16, second: 19 }[exactness]);
}

/**
 * The moment that the site's wall clock shows `yyyy-mm-ddThh:mm`, with seconds or without. The zone's offset is found by asking what the
 * clock shows at a guess, twice, because the guess may lie on the other side of a change of time. For an hour that summer time
 * skips it is an hour beside it.
 *
 * @returns null for what is no time
 */
export function fromWallClock(text: string, timeZone: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) return null;
  const asUtc = Date.parse(text.length === 16 ? `${text}:00Z` : `${text}Z`);
  if (Number.isNaN(asUtc)) return null;
  const once = asUtc - offsetOf(asUtc, timeZone);
  return new Date(asUtc - offsetOf(once, timeZone)).toISOString();
}

/** As `fromWallClock`, for a text that is known to be a time. */
export function instantOf(wall: string, timeZone: string): string {
  const at = fromWallClock(wall, timeZone);
  if (at === null) throw new Error(`${wall} is no time of a wall clock`);
  return at;
}

/** `yyyy-mm-ddThh:mm` on the wall clock of a zone; `seconds` adds those. */
export const toWallClock = (ms: number, timeZone: string, seconds = false): string =>
  new Date(ms + offsetOf(ms, timeZone)).toISOString().slice(0, seconds ? 19 : 16);

/** `2026-03-12` and so many days on, or back. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Milliseconds by which the zone's clocks are ahead of UTC. */
function offsetOf(ms: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(new Date(ms));
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(ms / 1000) * 1000;
}
