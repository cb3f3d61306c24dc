import { type Logger } from '../logger.js';
import { OngoingTrouble } from '../ongoing-trouble.js';
import { type HintPublisher } from './hint-publisher.js';
import { type WorkService } from './work.service.js';

/** What is due without a live lease is published again at least this often, so that a lost hint costs seconds. */
export const RECONCILE_EVERY_MS = 10_000;

/** For each job. These have waited longest; the rest follows once they are done. */
const OF_EACH = 100;
/** A process looks after between these shares of the period; which one it is that publishes, the database says. */
const [SOONEST, LATEST] = [0.8, 1.2];

/**
 * Republishes hints lost in a crash, a flush or a full disk, without duplicating hints that are still queued. Every worker runs it, and one worker
 * publishes at a time.
 */
export class Reconciler {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private readonly trouble: OngoingTrouble;

  constructor(
    private readonly work: WorkService,
    private readonly publisher: HintPublisher,
    logger: Logger,
    private readonly everyMs = RECONCILE_EVERY_MS,
  ) {
    this.trouble = new OngoingTrouble(logger);
  }

  start(): void {
    void this.round().finally(() => this.schedule());
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private schedule(): void {
    if (this.stopped) return;
    const wait = this.everyMs * (SOONEST + Math.random() * (LATEST - SOONEST));
    this.timer = setTimeout(() => this.start(), wait);
  }

  private async round(): Promise<void> {
    try {
      if (!(await this.work.takeTurn((SOONEST * this.everyMs) / 1000))) return;
      await this.publisher.publish(await this.work.due(OF_EACH));
    } catch (error) {
      this.trouble.error(error, 'reconciling failed; trying again');
    }
  }
}
