import { DateTime } from 'luxon';

/** A moment as a system wrote it. */
export interface WrittenTime {
  /** Milliseconds since 1970, with their fraction. */
  at: number;
  /** Seconds by which the moment may have been later: a clock without fractions cuts them off. */
  within: number;
  /** Whether the text itself names its zone, as seconds since 1970 do. */
  zoned: boolean;
}

/** What two clocks of one machine may differ by, in seconds. */
const FINE = 0.05;

/** Orders of day, month and year that cannot be taken for one another; with slashes the year has to come first, or a month be named. */
const DATES: readonly [form: RegExp, order: readonly ['y' | 'm' | 'd', 'y' | 'm' | 'd', 'y' | 'm' | 'd']][] = [
  [/^(\d{4})-(\d\d)-(\d\d)[T ]+/, ['y', 'm', 'd']],
  [/^(\d{4})\/(\d\d)\/(\d\d)[T ]+/, ['y', 'm', 'd']],
  [/^(\d\d?)\.(\d\d?)\.(\d{4})[T ]+/, ['d', 'm', 'y']],
  [/^(\d\d?)[ /-]([A-Z][a-z]{2})[ /-](\d{4})[:T ]+/, ['d', 'm', 'y']],
  [/^(?:[A-Z][a-z]{2},? )?([A-Z][a-z]{2}) +(\d\d?),? (\d{4})[T ]+/, ['m', 'd', 'y']],
];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Units of whole numbers since 1970, by how many digits they have in our century. */
const SINCE_1970: readonly [form: RegExp, perSecond: number][] = [
  [/^\d{9,10}(\.\d+)?$/, 1],
  [/^\d{13}$/, 1e3],
  [/^\d{16}$/, 1e6],
];

/**
 * Reads seconds, milliseconds or microseconds since 1970, or a date and time. Where the text names no zone, `zone` (IANA) is taken.
 * Nothing, zero, what is no time, and 03/04/2026, which is two days, give null.
 */
export function readTime(text: string, zone: string): WrittenTime | null {
  const given = text.trim();
  for (const [form, perSecond] of SINCE_1970) {
    const within = perSecond > 1 || given.includes('.') ? FINE : 1;
    if (form.test(given)) return { at: (Number(given) / perSecond) * 1000, within, zoned: true };
  }
  for (const [form, order] of DATES) {
    const found = form.exec(given);
    if (!found) continue;
    const part = (name: 'y' | 'm' | 'd') => found[order.indexOf(name) + 1] ?? '';
    const month = /^\d/.test(part('m')) ? Number(part('m')) : MONTHS.indexOf(part('m')) + 1;
    const date = `${part('y')}-${String(month).padStart(2, '0')}-${part('d').padStart(2, '0')}`;
    return timeOf(date, given.slice(found[0].length), zone);
  }
  return null;
}

function timeOf(date: string, clock: string, zone: string): WrittenTime | null {
  const [, whole = '', fraction = '', offset = ''] =
    /^(\d\d:\d\d:\d\d)(?:[.,](\d+))?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/.exec(clock) ?? [];
  if (whole === '') return null;
  const read = DateTime.fromISO(`${date}T${whole}${/^[A-Z]+$/.test(offset) ? 'Z' : offset}`, { zone });
  const within = fraction === '' ? 1 : FINE;
  return read.isValid
    ? { at: read.toMillis() + Number(`0.${fraction || 0}`) * 1000, within, zoned: offset !== '' }
    : null;
}

export const isZone = (zone: string): boolean => DateTime.fromMillis(0, { zone }).isValid;
