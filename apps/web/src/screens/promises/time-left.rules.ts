const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How far away a time is, in the unit that says enough. Relative only under one hour, otherwise hours and days alone. */
export type TimeLeft = { side: 'left' | 'over'; unit: 'minute' | 'hour' | 'day'; count: number };

export function timeLeft(dueAt: string, now: number): TimeLeft {
  const ms = Date.parse(dueAt) - now;
  const side = ms >= 0 ? 'left' : 'over';
  const away = Math.abs(ms);
  if (away < HOUR) return { side, unit: 'minute', count: Math.max(1, Math.ceil(away / MINUTE)) };
  if (away < 48 * HOUR) return { side, unit: 'hour', count: Math.floor(away / HOUR) };
  return { side, unit: 'day', count: Math.floor(away / (24 * HOUR)) };
}
