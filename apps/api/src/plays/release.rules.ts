/** Nothing further than this past the last moment heard is given out (design §5). */
const AHEAD_MS = 10_000;
/** Chromium's media cache uses bytes by whole blocks of this size: half a block plays nothing. */
const PLAYER_BLOCK = 32 * 1024;
/** A jump by up to this much does not make Chromium ask anew: it waits for the request under way to get there. */
const PLAYER_PATIENCE = 6 * PLAYER_BLOCK;
/** To learn a recording's length, a player reads its last Ogg page: it jumps 64 KiB before the end, to the beginning of a block. */
const LENGTH_PROBE = 64 * 1024 + PLAYER_BLOCK;

/** A stretch of bytes given out without a gap, from where listening was begun or jumped to. */
export interface Run {
  from: number;
  to: number;
  /** How often a stuck player was helped on at which position. */
  helped: { at: number; times: number };
}

export interface ReleaseQuestion {
  /** First byte asked for, and the end of what is asked for (exclusive). */
  from: number;
  to: number;
  size: number;
  durationMs: number;
  heardMs: readonly (readonly [number, number])[];
  /** How long this request has waited already. */
  waitedMs: number;
}

/**
 * How far a request may be served now: at most ten seconds past what was heard of the run it continues. A request that continues no run
 * begins one: the listener jumped. Bytes and time are in proportion, as the rendition has a constant bit rate; from 80 kbit/s on, what a
 * player reads to learn the length is less than ten seconds too.
 *
 * @returns the end (exclusive) of what may be sent, which is `from` while the request has to wait; and the runs after it
 */
export function release(runs: readonly Run[], question: ReleaseQuestion): { to: number; runs: Run[] } {
  const { from, size, durationMs } = question;
  const bytesAt = (ms: number) => (durationMs > 0 ? Math.ceil((ms / durationMs) * size) : size);
  const ahead = bytesAt(AHEAD_MS);
  const run = runs.find((r) => r.from <= from && from <= r.to) ?? { from, to: from, helped: { at: from, times: 0 } };
  const heardIn = question.heardMs
    .map(([start, end]) => [bytesAt(start), bytesAt(end)] as const)
    .filter(([start, end]) => start <= run.to + PLAYER_PATIENCE && end > run.from);
  const position = Math.max(run.from, ...heardIn.map(([, end]) => end));
  const probesLength = run.from >= size - LENGTH_PROBE;
  let limit = probesLength ? size : Math.max(position + ahead, run.to);
  let helped = run.helped.at === position ? run.helped : { at: position, times: 0 };
  if (limit <= from && question.waitedMs >= helpAfterMs(helped.times)) {
    limit = (Math.floor(from / PLAYER_BLOCK) + 1) * PLAYER_BLOCK;
    helped = { at: position, times: helped.times + 1 };
  }
  const to = Math.max(from, Math.min(limit, probesLength ? size : from + ahead, question.to, size));
  const continued = { from: run.from, to: Math.max(run.to, to), helped };
  return { to, runs: join([...runs.filter((r) => r !== run), continued]) };
}

/**
 * When a waiting player gets one more block. At once for the half block that it cannot use. After that, whoever plays has told what was
 * heard within six seconds; whoever has not is paused, or waits for a jump that was not told, and gets as far as it waits for, no further.
 */
function helpAfterMs(times: number): number {
  if (times === 0) return 400;
  if (times === 1) return 6000;
  return times <= PLAYER_PATIENCE / PLAYER_BLOCK ? 400 : Infinity;
}

/** Runs that have met are one. */
function join(runs: Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && run.from <= last.to) {
      joined[joined.length - 1] = {
        from: last.from,
        to: Math.max(last.to, run.to),
        helped: run.helped,
      };
    } else joined.push(run);
  }
  return joined;
}
