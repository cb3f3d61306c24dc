import { Injectable } from '@nestjs/common';
import { type JobHandlers } from '#platform';

/** Counts what this process is running, for its heartbeat. */
@Injectable()
export class RunningJobs {
  private readonly counts = new Map<string, number>();

  /** The same handlers, counted while they run. */
  watch(handlers: JobHandlers): JobHandlers {
    const watched = Object.entries(handlers).map(([job, handler]) => [
      job,
      { ...handler, run: (...args: Parameters<typeof handler.run>) => this.during(job, () => handler.run(...args)) },
    ]);
    return Object.fromEntries(watched) as JobHandlers;
  }

  /** Jobs that run now, by name; those of which none runs are left out. */
  now(): Record<string, number> {
    return Object.fromEntries([...this.counts].filter(([, running]) => running > 0));
  }

  private async during(job: string, run: () => Promise<void>): Promise<void> {
    this.change(job, 1);
    try {
      await run();
    } finally {
      this.change(job, -1);
    }
  }

  private change(job: string, by: number): void {
    this.counts.set(job, (this.counts.get(job) ?? 0) + by);
  }
}
