import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HeadsFile, loadSigningKey, JournalSealer } from '#journal';
import {
  Clock,
  ENV,
  HintPublisher,
  JobRunner,
  LOGGER,
  openQueues,
  Reconciler,
  WorkService,
  type Env,
  type Logger,
} from '#platform';
import { HandlerSet } from './jobs/handler-set.js';
import { Liveness } from './liveness.rules.js';
import { RelayLoop } from './relay-loop.js';
import { JournalSealLoop } from './journal-seal-loop.js';

const LIVENESS_EVERY_MS = 10_000;

/** The `jobs` role of a worker: relays events into work, runs it, reconciles, and seals the journal. */
@Injectable()
export class JobsRole implements OnApplicationShutdown {
  private readonly liveness = new Liveness();
  private stopAll: () => Promise<void> = async () => undefined;

  constructor(
    @Inject(ENV) private readonly env: Env,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly source: DataSource,
    private readonly work: WorkService,
    private readonly handlers: HandlerSet,
  ) {}

  async start(): Promise<void> {
    const { databaseUrl, mail } = this.env;
    const queues = openQueues(this.env, 'shouwen-worker');
    const warning = await queues.assertUsable();
    if (warning) this.logger.warn(warning);
    const publisher = new HintPublisher(queues);
    const runner = new JobRunner(this.handlers.byName, this.work, this.logger, queues);
    const relay = new RelayLoop(this.source, this.work, publisher, this.logger, {
      databaseUrl,
      withMail: mail !== undefined,
    });
    const reconciler = new Reconciler(this.work, publisher, this.logger);
    const sealLoop = new JournalSealLoop(await this.sealer(), this.logger);
    await publisher.ready();
    await runner.start();
    await relay.start();
    reconciler.start();
    sealLoop.start();
    const liveness = setInterval(() => void this.checkLiveness(runner), LIVENESS_EVERY_MS);
    this.stopAll = async () => {
      clearInterval(liveness);
      reconciler.stop();
      await relay.stop();
      await runner.stop();
      await sealLoop.stop();
      await publisher.close();
      await queues.close();
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stopAll();
  }

  private async sealer(): Promise<JournalSealer> {
    const key = await loadSigningKey(this.env.journalKeyFile);
    return new JournalSealer(this.source, new Clock(), key, new HeadsFile(this.env.journalHeadsDir));
  }

  private async checkLiveness(runner: JobRunner): Promise<void> {
    const oldest = await this.work.oldestDueSeconds().catch(() => null);
    if (!this.liveness.isWedged(performance.now(), runner.lastProgressAt, oldest)) return;
    this.logger.fatal(
      { oldestDueSeconds: oldest },
      'work is due and nothing moves: this worker ends, so that it is started again',
    );
    process.exit(1);
  }
}
