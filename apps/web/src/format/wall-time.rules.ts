/**
 * `2026-03-12 14:02` as people type it, as `2026-03-12T14:02`; with seconds where those are asked for, and none typed are none.
 * @returns null when it is no time
 */
export function wallTime(typed: string, seconds = false): string | null {
  const [, y, m, d, h, min, s] = TYPED.exec(typed.trim()) ?? [];
  if (!y || !m || !d || !h || !min || (s && !seconds)) return null;
  const minute = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}T${h.padStart(2, '0')}:${min}`;
  const wall = seconds ? `${minute}:${s ?? '00'}` : minute;
  const read = new Date(seconds ? `${wall}Z` : `${wall}:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(wall) ? wall : null;
}

const TYPED = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T]+(\d{1,2})[:：](\d\d)(?:[:：](\d\d))?$/;
