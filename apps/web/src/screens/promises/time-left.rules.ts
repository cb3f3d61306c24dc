const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How far away a time is, in the unit that says enough. Relative only under one hour (guide §3), else in hours and days by itself. */
export type TimeLeft = { side: 'left' | 'over'; unit: 'minute' | 'hour' | 'day'; count: number };

export function timeLeft(dueAt: string, now: number): TimeLeft {
  const ms = Date.parse(dueAt) - now;
  const side = ms >= 0 ? 'left' : 'over';
  const away = Math.abs(ms);
  if (away < HOUR) return { side, unit: 'minute', count: Math.max(1, Math.ceil(away / MINUTE)) };
  if (away < 48 * HOUR) return { side, unit: 'hour', count: Math.floor(away / HOUR) };
  return { side, unit: 'day', count: Math.floor(away / (24 * HOUR)) };
}

/**
 * The moment that a wall clock in a zone shows `yyyy-mm-ddThh:mm`, with seconds or without. An hour that summer time skips is the one after it.
 * @returns null for what is no time
 */
export function fromWallClock(text: string, timeZone: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) return null;
  const asUtc = Date.parse(text.length === 16 ? `${text}:00Z` : `${text}Z`);
  if (Number.isNaN(asUtc)) return null;
  const once = asUtc - offsetOf(asUtc, timeZone);
  return new Date(asUtc - offsetOf(once, timeZone)).toISOString();
}

/** `yyyy-mm-ddThh:mm` on the wall clock of a zone; `seconds` adds those. */
export const toWallClock = (ms: number, timeZone: string, seconds = false): string =>
  new Date(ms + offsetOf(ms, timeZone)).toISOString().slice(0, seconds ? 19 : 16);

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
