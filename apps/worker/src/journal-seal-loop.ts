import { type JournalSealer } from '#journal';
import { OngoingTrouble, type Logger } from '#platform';

const EVERY_MS = 2000;

/** Signs the journal every 2 s (recordings are sealed by a job): the unsealed window stays well under the 5 s that are allowed. */
export class JournalSealLoop {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private readonly trouble: OngoingTrouble;

  constructor(
    private readonly sealer: JournalSealer,
    logger: Logger,
  ) {
    this.trouble = new OngoingTrouble(logger);
  }

  start(): void {
    this.timer = setInterval(() => {
      this.running ??= this.round().finally(() => (this.running = undefined));
    }, EVERY_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
    await this.round();
  }

  private async round(): Promise<void> {
    try {
      await this.sealer.sealOnce();
    } catch (error) {
      this.trouble.error(error, 'sealing the journal failed; trying again');
    }
  }
}
