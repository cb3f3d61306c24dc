import { WhisperChild, type WhisperChildOptions } from './whisper-child.js';

/** A child that nothing is asked of is ended after this, and gives its memory back. */
const IDLE_MS = 5 * 60_000;
/** Then the next question goes to a new child: what leaks in a library does not leak for ever. */
const LIFE_MS = 3_600_000;

interface Kept {
  child: WhisperChild;
  since: number;
  idle: NodeJS.Timeout | undefined;
  users: number;
}

/** The children that are kept loaded, one for each model, for all calls of this process. */
export class WarmWhisper {
  private readonly kept = new Map<string, Kept>();

  /** Lends the child for some questions; it is started, or started again, when there is none that can answer. */
  async use<T>(options: WhisperChildOptions, work: (child: WhisperChild) => Promise<T>): Promise<T> {
    const kept = this.childFor(options);
    clearTimeout(kept.idle);
    kept.users += 1;
    try {
      return await work(kept.child);
    } finally {
      kept.users -= 1;
      this.rest(kept);
    }
  }

  close(): void {
    for (const { child, idle } of this.kept.values()) {
      clearTimeout(idle);
      child.close();
    }
    this.kept.clear();
  }

  private childFor(options: WhisperChildOptions): Kept {
    const key = options.modelFolder ?? '';
    const there = this.kept.get(key);
    const isYoung = there !== undefined && performance.now() - there.since < LIFE_MS;
    if (there && isYoung && !there.child.isOver) return there;
    const started = { child: new WhisperChild(options), since: performance.now(), idle: undefined, users: 0 };
    this.kept.set(key, started);
    if (there) this.rest(there);
    return started;
  }

  /** Ends a child that has nothing to do: at once where another took its place, otherwise when it had nothing for a while. */
  private rest(kept: Kept): void {
    if (kept.users > 0) return;
    if (![...this.kept.values()].includes(kept)) return kept.child.close();
    kept.idle = setTimeout(() => {
      for (const [key, one] of this.kept) if (one === kept) this.kept.delete(key);
      kept.child.close();
    }, IDLE_MS);
    kept.idle.unref();
  }
}
