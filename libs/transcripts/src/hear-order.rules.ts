/** A recording that waits to be heard. */
export interface WaitsToBeHeard {
  readonly id: string;
  readonly dueAt: Date;
  readonly durationMs: number;
}

/** A recording lets those pass that come within so many of its own lengths … */
const LETS_PASS = 4;
/** … and within this at most, so that none waits for ever: what came an hour later passes no longer one. */
const MOST_MS = 3_600_000;

/** Up to this length a recording is heard beside a longer one: it ends soon, and costs the other little. */
const SHORT_MS = 120_000;

export const isShort = ({ durationMs }: Pick<WaitsToBeHeard, 'durationMs'>): boolean => durationMs <= SHORT_MS;

const turnOf = ({ dueAt, durationMs }: WaitsToBeHeard): number =>
  dueAt.getTime() + Math.min(durationMs * LETS_PASS, MOST_MS);

/**
 * Which is heard next: a short one passes longer ones that came shortly before it, since it costs them little. The turn of each is fixed
 * when it comes, so that no stream of short ones holds a long one up beyond its hour.
 */
export const firstToHear = <W extends WaitsToBeHeard>(waiting: readonly W[]): W | null =>
  waiting.toSorted((a, b) => turnOf(a) - turnOf(b) || (a.id < b.id ? -1 : 1))[0] ?? null;
