import { type TelephonyRecord } from '../../records/record.rules.js';
import { readTime, type WrittenTime } from '../../records/times.rules.js';
import { createdAt } from './columns.rules.js';

/** A time as it was read, and when the channel that it is about was made by its id; null: it has no such id. */
export interface Dated {
  written: WrittenTime;
  made: number | null;
  /** Milliseconds to add so that lines of one moment keep their order. */
  turn?: number;
}

const QUARTER = 15 * 60_000;
/** A channel's first line is written within moments of its making; a caller may hear a menu before a queue. */
const [EARLY, LATE] = [-2000, 120_000];

/**
 * Milliseconds by which the times of a file are written in another zone than they were read in. A channel's id is made of seconds since 1970,
 * which have no zone, so that a file which was written by a clock of its own tells how far it is off. Null: it does not tell.
 */
export function zoneShift(rows: readonly Dated[]): number | null {
  const naive = rows.filter(({ written, made }) => !written.zoned && made !== null);
  const votes = new Map<number, number>();
  for (const { written, made } of naive) {
    const off = written.at - (made ?? 0);
    const shift = Math.floor((off - EARLY) / QUARTER) * QUARTER;
    // Half an hour and more: less is no zone's difference, and a quarter that a zone has comes with hours.
    if (off - shift <= LATE && Math.abs(shift) !== QUARTER) votes.set(shift, (votes.get(shift) ?? 0) + 1);
  }
  const [best] = [...votes].toSorted(([a, n], [b, m]) => m - n || Math.abs(a) - Math.abs(b));
  return best && best[1] * 2 > naive.length ? best[0] : null;
}

/** How far the channel log's clock is ahead of UTC, in milliseconds, where its lines do not say: as told by the channels that they make. */
export const clocksOf = (records: readonly TelephonyRecord[]): string[] =>
  records.flatMap(({ kind, at, body }) => {
    if (kind !== 'cel' || body['eventtype'] !== 'CHAN_START' || at === null) return [];
    const written = readTime(body['eventtime'] ?? '', 'UTC');
    return written && !written.zoned ? [String(Math.round((written.at - at) / QUARTER) * QUARTER)] : [];
  });

/** A line, when it was written as it was read and as if it were UTC, and by which channel. */
export interface Line {
  written: WrittenTime;
  utc: number;
  uniqueid: string;
}

/**
 * The same of a piece of the channel log in which no channel begins, by the clocks that are known: the one by which its lines follow their
 * channels' making most closely, since a clock has two in a year where there is a summer time.
 */
export function knownShift(lines: readonly Line[], clocks: readonly string[]): number {
  const dated = lines.flatMap(({ written, utc, uniqueid }) => {
    const made = createdAt(uniqueid);
    return written.zoned || made === null ? [] : [{ at: written.at, utc, made }];
  });
  const [first] = dated;
  if (!first) return 0;
  const fitting = clocks
    .map((clock) => ({ clock: Number(clock), late: dated.map(({ utc, made }) => utc - Number(clock) - made) }))
    .filter(({ late }) => late.every((ms) => ms >= EARLY))
    .toSorted((a, b) => (a.late[0] ?? 0) - (b.late[0] ?? 0));
  return fitting[0] ? first.at - (first.utc - fitting[0].clock) : 0;
}
