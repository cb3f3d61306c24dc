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
