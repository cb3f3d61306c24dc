import { type Logger } from '../logger.js';
import { type HintPublisher } from './hint-publisher.js';
import { type WorkService } from './work.service.js';

/** Design §4: what is due without a live lease is published again at least this often. */
export const RECONCILE_EVERY_MS = 10_000;

const BATCH = 500;

/** Gives hints again that a crash, a flush or a full disk swallowed. Runs in every worker; hints that still wait are not doubled. */
export class Reconciler {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly work: WorkService,
    private readonly publisher: HintPublisher,
    private readonly logger: Logger,
    private readonly everyMs = RECONCILE_EVERY_MS,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.round(), this.everyMs);
    void this.round();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async round(): Promise<void> {
    try {
      await this.publisher.publish(await this.work.due(BATCH));
    } catch (error) {
      this.logger.error({ err: error }, 'reconciling failed; trying again');
    }
  }
}
