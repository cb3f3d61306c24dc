import { type WrittenTime } from '../../records/times.rules.js';

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
 * which have no zone, so that a file which was written by a clock of its own tells how far it is off. 0 where it does not tell.
 */
export function zoneShift(rows: readonly Dated[]): number {
  const naive = rows.filter(({ written, made }) => !written.zoned && made !== null);
  const votes = new Map<number, number>();
  for (const { written, made } of naive) {
    const off = written.at - (made ?? 0);
    const shift = Math.floor((off - EARLY) / QUARTER) * QUARTER;
    // Half an hour and more: less is no zone's difference, and a quarter that a zone has comes with hours.
    if (off - shift <= LATE && Math.abs(shift) !== QUARTER) votes.set(shift, (votes.get(shift) ?? 0) + 1);
  }
  const [best] = [...votes].toSorted(([a, n], [b, m]) => m - n || Math.abs(a) - Math.abs(b));
  return best && best[1] * 2 > naive.length ? best[0] : 0;
}
