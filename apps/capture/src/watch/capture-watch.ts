import { watchedOf, type CaptureHealth, type WatchedCapture } from './capture-health.rules.js';

const LOOK_MS = 5000;
/** Also what has not changed is told again: who was told may have begun again, or had no database then. */
const AGAIN_MS = 60_000;

/** Looks at how capturing is, and tells of it when that changes. */
export class CaptureWatch {
  readonly #timer: NodeJS.Timeout;
  #told = '';
  #toldAt = -Infinity;
  #refused = 0;
  #refusedAt: number | null = null;

  constructor(
    /** `refused`: how many calls were refused so far because no more fit. */
    private readonly look: () => Omit<CaptureHealth, 'refusedAt'> & { readonly refused: number },
    private readonly tell: (watched: readonly WatchedCapture[]) => void,
    private readonly now: () => number = Date.now,
  ) {
    this.#timer = setInterval(() => this.watch(), LOOK_MS).unref();
  }

  watch(): void {
    const { refused, ...health } = this.look();
    const now = this.now();
    if (refused > this.#refused) this.#refusedAt = now;
    this.#refused = refused;
    const watched = watchedOf({ ...health, refusedAt: this.#refusedAt }, now);
    const said = JSON.stringify(watched);
    if (said === this.#told && now - this.#toldAt < AGAIN_MS) return;
    [this.#told, this.#toldAt] = [said, now];
    this.tell(watched);
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
