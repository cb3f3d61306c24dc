import { DateTime } from 'luxon';

/** A moment as a system wrote it. */
export interface WrittenTime {
  /** Milliseconds since 1970, with their fraction. */
  at: number;
  /** Seconds by which the moment may have been later: a clock without fractions cuts them off. */
  within: number;
}

/** What two clocks of one machine may differ by, in seconds. */
const FINE = 0.05;

/**
 * Reads seconds since 1970, with or without a fraction, or a date and time. Where the text names no zone, `zone` (IANA) is taken.
 * Nothing, zero and what is no time give null.
 */
export function readTime(text: string, zone: string): WrittenTime | null {
  const given = text.trim();
  const within = /[:\d]\d?\.\d/.test(given) ? FINE : 1;
  if (/^\d{9,10}(\.\d+)?$/.test(given)) return { at: Number(given) * 1000, within };
  const [, whole = '', fraction = '', offset = ''] =
    /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)(\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?$/.exec(given) ?? [];
  if (whole === '') return null;
  const read = DateTime.fromISO(`${whole.replace(' ', 'T')}${offset}`, { zone });
  return read.isValid ? { at: read.toMillis() + Number(fraction || 0) * 1000, within } : null;
}

export const isZone = (zone: string): boolean => DateTime.fromMillis(0, { zone }).isValid;
