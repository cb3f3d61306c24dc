/** Starts a wait. @returns what ends it early */
export type Later = (run: () => void, ms: number) => () => void;

const withTimer: Later = (run, ms) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

export interface Rereading {
  /** Something changed that the reading may show. */
  changed: () => void;
  stop: () => void;
}

/**
 * Reads again some time after something changed. The wait begins when the reading before has ended, so that one that takes longer than the
 * wait is neither begun twice nor broken off; what changed while it ran is read by the next.
 */
export function rereading(read: () => Promise<unknown>, everyMs: number, later: Later = withTimer): Rereading {
  let end: (() => void) | null = null;
  let [reading, missed, stopped] = [false, false, false];
  const changed = () => {
    if (stopped) return;
    if (reading) missed = true;
    else end ??= later(() => void begin(), everyMs);
  };
  const begin = async () => {
    end = null;
    [reading, missed] = [true, false];
    await read().catch(() => {});
    reading = false;
    if (missed) changed();
  };
  const stop = () => {
    stopped = true;
    end?.();
  };
  return { changed, stop };
}

/** Is the period of a report over, so that hardly anything in it changes? @param key of a query that ends in the report's filters */
export function isOver(key: readonly unknown[], today: string): boolean {
  const { to } = (key.at(-1) ?? {}) as { to?: unknown };
  return typeof to === 'string' && to < today;
}
