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
  type JobHandlers,
} from '#platform';
import { ModuleRef } from '@nestjs/core';
import { RelayLoop } from './relay-loop.js';
import { JournalSealLoop } from './journal-seal-loop.js';
import { getterOf } from './service-getter.js';
import { handlerOf, type JobRow } from './jobs/job-row.js';
import { JOB_ROWS } from './jobs/jobs.js';
import { RunningJobs } from './jobs/running-jobs.js';

/** The handlers by their jobs' names, counted while they run. */
@Injectable()
export class HandlerSet {
  readonly byName: JobHandlers;

  constructor(running: RunningJobs, services: ModuleRef, @Inject(ENV) env: Env) {
    const get = getterOf(services);
    const made = Object.entries<JobRow>(JOB_ROWS).map(([name, row]) => [name, handlerOf(row, get, env)]);
    this.byName = running.watch(Object.fromEntries(made) as JobHandlers);
  }
}

/** A worker that has had due work for this long and finished, begun or renewed nothing is wedged. */
export const WEDGED_AFTER_MS = 120_000;

/**
 * Liveness means progress: a process that answers but does nothing is dead. Work may be due for long because all workers are busy;
 * only silence together with due work counts, and only from when this process saw that it was due. A machine that slept through the night
 * finds work that has been due for hours and a last job of yesterday, and neither says that it hangs.
 */
export class Liveness {
  private dueSince: number | null = null;

  /** @param now as all times here, of the monotonic clock, which stops while a machine sleeps */
  isWedged(now: number, lastProgressAt: number, oldestDueSeconds: number | null): boolean {
    if (oldestDueSeconds === null) this.dueSince = null;
    else this.dueSince ??= now;
    if (oldestDueSeconds === null || oldestDueSeconds * 1000 < WEDGED_AFTER_MS) return false;
    return now - Math.max(lastProgressAt, this.dueSince ?? now) >= WEDGED_AFTER_MS;
  }
}

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
