import { playsRoutes } from '#contracts';
import { send } from '../../../data/api.js';
import { RequestFailure } from '../../../data/http.js';
import { addHeard, heardMs, soundedThrough, type Interval } from '../rules/speakers.rules.js';

const EVERY_MS = 5000;
/** Faster playing is told sooner: the server gives out only ten seconds past what it knows to be heard. */
const AT_MOST_UNTOLD_MS = 5000;

/** Tells the journal which seconds of one playback sounded: every five seconds, on pause, and when the page goes away. */
export class HeardReport {
  #untold: Interval[] = [];
  #lastMs = 0;
  readonly #timer: ReturnType<typeof setInterval>;

  /** `onEnded`: the server no longer knows or allows this playback, so it must stop. */
  constructor(
    private readonly playId: string,
    private readonly onEnded: (error: unknown) => void,
  ) {
    this.#timer = setInterval(() => void this.tell(), EVERY_MS);
  }

  advance(nowMs: number, rate: number): void {
    if (soundedThrough(this.#lastMs, nowMs, rate)) this.#untold = addHeard(this.#untold, this.#lastMs, nowMs);
    this.#lastMs = nowMs;
    if (heardMs(this.#untold) >= AT_MOST_UNTOLD_MS) void this.tell();
  }

  jump(toMs: number): void {
    this.#lastMs = toMs;
  }

  async tell({ keepalive = false } = {}): Promise<void> {
    const intervals = this.#untold;
    if (intervals.length === 0) return;
    this.#untold = [];
    try {
      // Lets the request outlive the page: what was heard must be told although the tab closes.
      await send(playsRoutes.heard, { playId: this.playId, body: { intervals }, keepalive });
    } catch (error) {
      // Silence may pass: what was heard is told with the next report. A refusal will not.
      for (const [from, to] of intervals) this.#untold = addHeard(this.#untold, from, to);
      if (error instanceof RequestFailure && error.kind === 'problem' && (error.status ?? 0) < 500) {
        this.#untold = [];
        this.onEnded(error);
      }
    }
  }

  close(): void {
    clearInterval(this.#timer);
    const end = () => send(playsRoutes.close, { playId: this.playId, keepalive: true });
    // The server also ends playbacks on its own; a lost goodbye only ends this one later.
    void this.tell({ keepalive: true })
      .then(end)
      .catch(() => {});
  }
}
