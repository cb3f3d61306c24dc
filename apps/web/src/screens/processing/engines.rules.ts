import type { WorkerPresence } from '#contracts';

type Engine = WorkerPresence['engines'][number];

/** One engine over all workers: it can be there on one and missing on another. */
export interface SpreadEngine extends Engine {
  /** Workers on which it can start, of those that answer. */
  on: number;
  of: number;
}

/** Engines by name; what a worker says where it is available wins over what one says where it is not. */
export function spreadEngines(workers: readonly WorkerPresence[]): SpreadEngine[] {
  const alive = workers.filter(({ silent }) => !silent);
  const found = new Map<string, SpreadEngine>();
  for (const engine of alive.flatMap(({ engines }) => engines)) {
    const before = found.get(engine.name);
    const on = (before?.on ?? 0) + (engine.available ? 1 : 0);
    const said = before?.available ? before : engine;
    found.set(engine.name, { ...said, on, of: alive.length });
  }
  return [...found.values()];
}
