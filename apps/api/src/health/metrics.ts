import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { WorkService } from '#platform';

/** What Prometheus may ask this process for. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'shouwen_http_request_seconds',
    help: 'Time to answer, by route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [this.registry],
  });

  constructor(work: WorkService) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'shouwen_oldest_due_work_seconds',
      help: 'Age of the oldest due background work; rising means that nobody does it',
      registers: [this.registry],
      async collect() {
        this.set((await work.oldestDueSeconds()) ?? 0);
      },
    });
  }

  answered(labels: { method: string; route: string; status: number }, seconds: number): void {
    this.requests.observe(labels, seconds);
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
