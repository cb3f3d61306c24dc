import { sentCallsRoutes, MOST_SENT_CALLS, type SentCall } from '#contracts';
import { send } from '../../data/api.js';

const SOON_MS = 700;
const OFTEN_MS = 2_000;
const SELDOM_MS = 15_000;

/**
 * Asks what became of calls that were sent, while any of them still moves: often while something happens, ever more seldom while nothing
 * does, and at once when a live delta names one. Accounts that may not read calls hear no deltas and have only this.
 */
export class StageWatch {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pauseMs = OFTEN_MS;
  private asking = false;

  constructor(
    private readonly moving: () => string[],
    /** @returns whether anything was news */
    private readonly heard: (calls: SentCall[]) => boolean,
  ) {}

  /** Something happened: ask before long. */
  soon(): void {
    this.pauseMs = OFTEN_MS;
    this.schedule(SOON_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private schedule(inMs: number): void {
    if (this.asking) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.askAll(), inMs);
  }

  private async askAll(): Promise<void> {
    this.asking = true;
    let news = false;
    try {
      const ids = this.moving();
      for (let at = 0; at < ids.length; at += MOST_SENT_CALLS) {
        const query = { ids: ids.slice(at, at + MOST_SENT_CALLS).join(',') };
        const { calls } = await send(sentCallsRoutes.stages, { query });
        news = this.heard(calls) || news;
      }
    } catch {
      // No answer now: the rows keep what they know, and it is asked again.
    } finally {
      this.asking = false;
    }
    this.pauseMs = news ? OFTEN_MS : Math.min(SELDOM_MS, this.pauseMs * 1.3);
    if (this.moving().length > 0) this.schedule(this.pauseMs);
  }
}
