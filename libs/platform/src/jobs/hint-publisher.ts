import { type JobName, JOBS } from '#contracts';
import { type HintQueue, Queue, queuePool } from './queue-connection.js';

/** Tells workers that there is something to do. A hint that is lost costs time, not work: the reconciler gives it again. */
export class HintPublisher {
  private readonly pool;
  private readonly queues: Record<JobName, HintQueue>;

  constructor(databaseUrl: string) {
    this.pool = queuePool(databaseUrl, 'shouwen-hints');
    const names = Object.keys(JOBS) as JobName[];
    this.queues = Object.fromEntries(
      names.map((name) => [name, new Queue(name, { connection: this.pool, defaultJobOptions: KEEP_NOTHING })]),
    ) as unknown as Record<JobName, HintQueue>;
  }

  /** One hint for each piece of work; a hint that still waits is not given twice. */
  async publish(work: readonly { id: string; job: JobName }[]): Promise<void> {
    for (const { id, job } of work) await this.queues[job].add(job, { workId: id }, { deduplication: { id } });
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.close()));
    await this.pool.end();
  }
}

/** The `work` table is the history; the queue keeps none. */
const KEEP_NOTHING = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const;
