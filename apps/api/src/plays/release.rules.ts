/** Nothing further than this past the last moment heard is given out (design §5). */
const AHEAD_MS = 10_000;
/** Chromium's media cache uses bytes by whole blocks of this size: half a block plays nothing. */
const PLAYER_BLOCK = 32 * 1024;

/** A stretch of bytes given out without a gap, from where listening was begun or jumped to. */
export interface Run {
  from: number;
  to: number;
  /** The position for which a stuck player was last helped on, so that it is helped once for each. */
  helpedAt: number | null;
}

export interface ReleaseQuestion {
  /** First byte asked for, and the end of what is asked for (exclusive). */
  from: number;
  to: number;
  size: number;
  durationMs: number;
  heardMs: readonly (readonly [number, number])[];
  /** The player has waited for a while: it may be unable to use what it has. */
  stuck: boolean;
}

/**
 * How far a request may be served now: at most ten seconds past what was heard of the run it continues. A request that continues no run
 * begins one: the listener jumped. Bytes and time are in proportion, as the rendition has a constant bit rate.
 *
 * @returns the end (exclusive) of what may be sent, which is `from` while the request has to wait; and the runs after it
 */
export function release(runs: readonly Run[], question: ReleaseQuestion): { to: number; runs: Run[] } {
  const { from, size, durationMs } = question;
  const bytesAt = (ms: number) => (durationMs > 0 ? Math.ceil((ms / durationMs) * size) : size);
  const ahead = bytesAt(AHEAD_MS);
  const run = runs.find((r) => r.from <= from && from <= r.to) ?? { from, to: from, helpedAt: null };
  const heardIn = question.heardMs
    .map(([start, end]) => [bytesAt(start), bytesAt(end)] as const)
    .filter(([start, end]) => start <= run.to && end > run.from);
  const position = Math.max(run.from, ...heardIn.map(([, end]) => end));
  let limit = Math.max(position + ahead, run.to);
  let { helpedAt } = run;
  if (limit <= from && question.stuck && helpedAt !== position) {
    limit = (Math.floor(from / PLAYER_BLOCK) + 1) * PLAYER_BLOCK;
    helpedAt = position;
  }
  const to = Math.max(from, Math.min(limit, from + ahead, question.to, size));
  const continued = { from: run.from, to: Math.max(run.to, to), helpedAt };
  return { to, runs: join([...runs.filter((r) => r !== run), continued]) };
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
        helpedAt: run.helpedAt ?? last.helpedAt,
      };
    } else joined.push(run);
  }
  return joined;
}
