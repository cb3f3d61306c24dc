import { type Interval } from '#legal';

/** Audio is sent at most this far beyond the last moment that was played, so that a revoked grant ends listening at once. */
const AHEAD_MS = 10_000;
/** A request that begins this little past a run goes on with it: leaving out a byte is no jump. */
const GAP_MS = 200;
/** A jump to this little past a run's end needs the run to go on: the player reads from a moment before. */
const JUST_PAST_MS = 2_000;
/** What jumps may leave unheard at once; with every second that the play is open it grows by one, so that no listener jumps into a dead end. */
const UNHEARD_MS = 60_000;

export interface ReleaseQuestion {
  /** First byte asked for, and the end of what is asked for (exclusive). */
  from: number;
  to: number;
  size: number;
  durationMs: number;
  heardMs: readonly Interval[];
  /** What was given out before: merged, exact. */
  releasedMs: readonly Interval[];
  /** Where the player says its playhead is, which is where it jumped to; null when it does not say. */
  playheadMs: number | null;
  /** How long the play has been open. */
  openForMs: number;
}

export interface Release {
  /** End (exclusive) of the bytes that may be sent; `from` while the request has to wait. */
  to: number;
  /** The same as a span of the recording, rounded outwards to milliseconds; null while the request has to wait. */
  spanMs: Interval | null;
}

/**
 * How far a request may be served now: at most ten seconds past what was heard of the run it continues, or past the playhead in it. A request that continues no run
 * begins one: the listener jumped. In all, what is given out and never heard stays within a minute and the time that the play has been
 * open: jumping gives out no more than listening would. Bytes and time are in proportion, as the rendition has a constant bit rate.
 */
export function release(question: ReleaseQuestion): Release {
  const { from, size, durationMs, heardMs, releasedMs, openForMs } = question;
  const perMs = (ms: number) => (durationMs > 0 ? (ms * size) / durationMs : size);
  const fromMs = durationMs > 0 ? (from * durationMs) / size : 0;
  const run = runs(releasedMs).find(([start, end]) => start <= fromMs && fromMs <= end + GAP_MS) ?? [fromMs, fromMs];
  const ends = heardMs.filter(([start, end]) => start <= run[1] && end > run[0]).map(([, end]) => end);
  const { playheadMs: at } = question;
  if (at !== null && at > run[0] && at <= run[1] + JUST_PAST_MS) ends.push(at);
  const known = releasedMs.find(([start, end]) => start <= fromMs && fromMs <= end);
  const budgetMs = Math.max(0, UNHEARD_MS + openForMs - unheardMs(releasedMs, heardMs));
  const limitMs = Math.min(
    Math.max(Math.max(run[0], ...ends) + AHEAD_MS, known?.[1] ?? 0),
    (known?.[1] ?? fromMs) + budgetMs,
    // What was given before may be asked for again, but in no larger pieces.
    fromMs + AHEAD_MS,
  );
  // Rounded down here and outwards below: put back together the two give out nothing more, however often they are asked.
  const to = Math.max(from, Math.min(Math.floor(perMs(limitMs)), question.to, size));
  const spanMs: Interval = [Math.floor(fromMs), Math.ceil((to * durationMs) / size)];
  return { to, spanMs: to > from ? spanMs : null };
}

/** Stretches given out, from where listening was begun or jumped to; those with hardly a gap between are one. */
function runs(releasedMs: readonly Interval[]): Interval[] {
  const joined: Interval[] = [];
  for (const [from, to] of releasedMs) {
    const last = joined.at(-1);
    if (last && from <= last[1] + GAP_MS) last[1] = to;
    else joined.push([from, to]);
  }
  return joined;
}

function unheardMs(releasedMs: readonly Interval[], heardMs: readonly Interval[]): number {
  const heardOf = ([from, to]: Interval) =>
    heardMs.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)), 0);
  return releasedMs.reduce((sum, span) => sum + span[1] - span[0] - heardOf(span), 0);
}
