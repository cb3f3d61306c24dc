/** `20260312-140211`, `2026-03-12 14.02`, `2026_03_12`: a day, and a time of day where the name has one. */
const STAMP =
  /(?<!\d)(20\d{2})([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?:[T _-]{0,2}([01]\d|2[0-3])[-_.:h]?([0-5]\d)(?:[-_.:m]?([0-5]\d))?)?(?!\d)/;

/** The instant that a file's name tells, read in the site's time zone; a name with a day only means its beginning. null: it tells none. */
export function startFromName(name: string, timeZone: string): Date | null {
  const found = STAMP.exec(name);
  if (!found) return null;
  const [, year, , month, day, hour = '0', minute = '0', second = '0'] = found;
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  if (new Date(wall).getUTCDate() !== Number(day)) return null;
  return fromWallClock(wall, timeZone);
}

/** The instant at which a zone's clocks show this time. Where a clock is put forward the time does not exist, and the hour after is meant. */
function fromWallClock(wall: number, timeZone: string): Date {
  const guess = wall - offsetAt(wall, timeZone);
  return new Date(wall - offsetAt(guess, timeZone));
}

function offsetAt(instant: number, timeZone: string): number {
  const fields = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', second: '2-digit', ...fields });
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}
