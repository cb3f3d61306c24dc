import { hold, OPEN, type Pause, type PauseReason, type Verdict } from './pause.rules.js';

/** Holds the queue for as long as the rule says, then tells that it may go on. */
export class QueuePause {
  private queue = OPEN;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly over: () => void) {}

  get current(): Pause | null {
    return this.queue.pause;
  }

  /** The server did not read a file. @param met how often it met silence before */
  hold(setback: PauseReason, met: number): Verdict {
    const { queue, verdict } = hold(this.queue, setback, met, Date.now());
    this.queue = queue;
    if (queue.pause) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.end(), queue.pause.until - Date.now());
    }
    return verdict;
  }

  /** The server answered, or a person tries again: silence is counted from nought. */
  startOver(): void {
    this.queue = { ...this.queue, silences: 0 };
  }

  private end(): void {
    this.queue = { ...this.queue, pause: null };
    this.over();
  }
}
