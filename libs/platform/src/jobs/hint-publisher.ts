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

  /** One hint for each piece of work; a hint that still waits is not given twice. */
  async publish(work: readonly { id: string; job: JobName }[]): Promise<void> {
    for (const { id, job } of work) await this.queues[job].give(id);
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.close()));
  }
}
