import { JOBS, LEASE_SECONDS, type JobName } from '#contracts';
import { type Logger } from '../logger.js';
import { OngoingTrouble } from '../ongoing-trouble.js';
import { platformRefusals } from '../refusals.js';
import { isBeyondLastTry, retryDelaySeconds, ROOM_RETRY_SECONDS, verdictOn } from './job-failure.rules.js';
import { type HintWorker, type QueueBackend } from './queue-backend.js';
import { LeaseLost, type Lease, type WorkService } from './work.service.js';

/** What a handler is given: its lease to complete with, and a signal that falls when the lease is lost or the process stops. */
export interface JobContext {
  lease: Lease;
  signal: AbortSignal;
}

/**
 * One background job. `run` must be safe to run twice and must call `work.complete` in the transaction of its result; `giveUp` is called
 * once no more tries are left and tells people.
 */
export interface JobHandler {
  run(subjectId: string, context: JobContext): Promise<void>;
  giveUp(subjectId: string, lease: Lease, error: unknown): Promise<void>;
  /** How many of them one process runs at once. */
  concurrency: number;
  /**
   * Which work of the job comes first, where that is not the one whose turn it is; null: that one; `none`: what waits is not for this place.
   * A place that has done one asks again, since the hint of what was left may be gone.
   *
   * @param place which of the job's places in this process asks, from 0: it keeps its number until nothing is left for it
   */
  first?: ((place: number) => Promise<string | null | 'none'>) | undefined;
}

/** Every job has exactly one handler, or it does not compile. */
export type JobHandlers = { [N in JobName]: JobHandler };

/** Of those at the same job several may choose the same work; a hint that finds none is given again by the reconciler. */
const FASTER_COLLEAGUES = 5;

/** Takes hints from the queue, claims the work they name in Postgres, and runs its handler under a lease that it keeps renewing. */
export class JobRunner {
  private workers: HintWorker[] = [];
  private readonly stopping = new AbortController();
  /** Places that choose work of a job, or are at it, by number. */
  private readonly taken = new Map<JobName, Set<number>>();
  /** When a job last began, went on or ended, in ms of the monotonic clock: a machine that slept was not silent. Liveness is progress. */
  lastProgressAt = performance.now();

  constructor(
    private readonly handlers: JobHandlers,
    private readonly work: WorkService,
    private readonly logger: Logger,
    private readonly queues: QueueBackend,
  ) {}

  /** @throws when the queue's server cannot be reached: the process ends then, and is started again */
  async start(): Promise<void> {
    const trouble = new OngoingTrouble(this.logger);
    this.workers = (Object.keys(this.handlers) as JobName[]).map((job) =>
      this.queues.openWorker(job, {
        concurrency: this.handlers[job].concurrency,
        take: ({ workId }) => this.process(job, workId),
        onTrouble: (error) => trouble.warn(error, 'queue connection trouble', { job }),
      }),
    );
    await Promise.all(this.workers.map((worker) => worker.ready()));
  }

  /** Lets running jobs see the signal, and waits for them. The queue is closed after this. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private async process(job: JobName, workId: string): Promise<void> {
    const taken = this.taken.get(job) ?? new Set();
    this.taken.set(job, taken);
    let place = 0;
    while (taken.has(place)) place += 1;
    taken.add(place);
    try {
      this.lastProgressAt = performance.now();
      let lease = await this.claim(job, workId, place);
      while (lease) {
        await this.runUnder(lease);
        lease = this.stopping.signal.aborted ? null : await this.claim(job, null, place);
      }
    } finally {
      taken.delete(place);
    }
  }

  /** A hint says that there is work: each takes one piece, which may be another than the one that it names. What it leaves has a hint, too. */
  private async claim(job: JobName, workId: string | null, place: number): Promise<Lease | null> {
    for (let tries = 0; tries < FASTER_COLLEAGUES; tries += 1) {
      const first = (await this.handlers[job].first?.(place)) ?? null;
      if (first === 'none') return null;
      if (first === null) break;
      const lease = await this.work.claim(first);
      if (lease) return lease;
    }
    return workId === null ? null : this.work.claim(workId);
  }

  private async runUnder(lease: Lease): Promise<void> {
    const lost = new AbortController();
    const keepAlive = setInterval(() => void this.renew(lease, lost), (LEASE_SECONDS * 1000) / 4);
    const signal = AbortSignal.any([lost.signal, this.stopping.signal]);
    try {
      if (isBeyondLastTry(lease.attempt, JOBS[lease.job].attempts)) throw platformRefusals.ended_its_worker();
      await this.handlers[lease.job].run(lease.subjectId, { lease, signal });
      this.logger.info({ job: lease.job, subject: lease.subjectId, attempt: lease.attempt }, 'job done');
    } catch (error) {
      await this.settle(lease, error);
    } finally {
      clearInterval(keepAlive);
    }
  }

  private async renew(lease: Lease, lost: AbortController): Promise<void> {
    try {
      if (!(await this.work.renew(lease))) lost.abort();
      this.lastProgressAt = performance.now();
    } catch (error) {
      // The lease may still be good: completing it will tell.
      this.logger.warn({ job: lease.job, err: error }, 'lease could not be renewed');
    }
  }

  private async settle(lease: Lease, error: unknown): Promise<void> {
    const verdict = verdictOn(error, {
      attempt: lease.attempt,
      attempts: JOBS[lease.job].attempts,
      stopping: this.stopping.signal.aborted,
      leaseLost: error instanceof LeaseLost,
    });
    const about = { job: lease.job, subject: lease.subjectId, attempt: lease.attempt, verdict, err: error };
    this.logger.warn(about, 'job did not finish');
    if (verdict === 'drop') return;
    if (verdict === 'give_up') return this.handlers[lease.job].giveUp(lease.subjectId, lease, error);
    if (verdict === 'wait_for_room') return this.work.handBack(lease, ROOM_RETRY_SECONDS);
    if (verdict === 'hand_back') return this.work.handBack(lease);
    await this.work.postpone(lease, error instanceof Error ? error.name : 'unknown', retryDelaySeconds(lease.attempt));
  }
}
