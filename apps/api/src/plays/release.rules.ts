/** Nothing further than this past the last moment heard is given out (design §5). */
const AHEAD_MS = 10_000;

/** A stretch of bytes given out without a gap, from where listening was begun or jumped to. */
export interface Run {
  from: number;
  to: number;
}

export interface ReleaseQuestion {
  /** First byte asked for, and the end of what is asked for (exclusive). */
  from: number;
  to: number;
  size: number;
  durationMs: number;
  heardMs: readonly (readonly [number, number])[];
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
  const run = runs.find((r) => r.from <= from && from <= r.to) ?? { from, to: from };
  const heardIn = question.heardMs
    .map(([start, end]) => [bytesAt(start), bytesAt(end)] as const)
    .filter(([start, end]) => start <= run.to && end > run.from);
  const position = Math.max(run.from, ...heardIn.map(([, end]) => end));
  // What was given before may be asked for again, but in no larger pieces.
  const limit = Math.min(Math.max(position + ahead, run.to), from + ahead);
  const to = Math.max(from, Math.min(limit, question.to, size));
  const continued = { from: run.from, to: Math.max(run.to, to) };
  return { to, runs: join([...runs.filter((r) => r !== run), continued]) };
}

/** Runs that have met are one. */
function join(runs: Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && run.from <= last.to) last.to = Math.max(last.to, run.to);
    else joined.push({ ...run });
  }
  return joined;
}
