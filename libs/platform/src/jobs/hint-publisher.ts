import { type JobName, JOBS } from '#contracts';
import { type HintQueue, type QueueBackend } from './queue-backend.js';

/** Tells workers that there is something to do. A hint that is lost costs time, not work: the reconciler gives it again. */
export class HintPublisher {
  private readonly queues: Record<JobName, HintQueue>;

  constructor(backend: QueueBackend) {
    const names = Object.keys(JOBS) as JobName[];
    this.queues = Object.fromEntries(names.map((name) => [name, backend.openQueue(name)])) as Record<
      JobName,
      HintQueue
    >;
  }

  /** @throws when the queue's server cannot be reached */
  async ready(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.ready()));
  }

  /** One hint for each piece of work, in one go for each job; a hint that still waits is not given twice. */
  async publish(work: readonly { id: string; job: JobName }[]): Promise<void> {
    const jobs = [...new Set(work.map(({ job }) => job))];
    const idsOf = (name: JobName) => work.filter(({ job }) => job === name).map(({ id }) => id);
    await Promise.all(jobs.map((job) => this.queues[job].give(idsOf(job))));
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.close()));
  }
}
