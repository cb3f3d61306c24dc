/** `2026-03-12 14:02` as people type it, in the form that `instantOf` reads; null when it is no time. */
export function wallTime(typed: string): string | null {
  const [, y, m, d, h, min] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T]+(\d{1,2})[:：](\d\d)$/.exec(typed.trim()) ?? [];
  if (!y || !m || !d || !h || !min) return null;
  const wall = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}T${h.padStart(2, '0')}:${min}`;
  const read = new Date(`${wall}:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(wall) ? wall : null;
}

/**
 * A wall-clock time of the site (`2026-03-12T14:02`) as an instant. The zone's offset is found by asking what the clock shows at a guess,
 * twice, because the guess may lie on the other side of a change of time. An hour that the clocks skip is taken as if they had not.
 */
export function instantOf(local: string, timeZone: string): string {
  const wanted = new Date(`${local.slice(0, 16)}:00Z`).getTime();
  let guess = wanted;
  for (let step = 0; step < 2; step++) guess += wanted - shown(guess, timeZone);
  return new Date(guess).toISOString();
}

/** What the site's clock shows at an instant, read as if it were UTC. */
function shown(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'], part['hour'], part['minute']);
}
