import { Inject, Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { ENV, SILENT_AFTER_SECONDS, WorkService, type Env } from '#platform';
import { UpkeepMetrics } from './upkeep-metrics.js';

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

  constructor(work: WorkService, source: DataSource, @Inject(ENV) env: Env, upkeep: UpkeepMetrics) {
    const hasCopy = env.objectCopy !== undefined;
    collectDefaultMetrics({ register: this.registry });
    upkeep.register(this.registry);
    const count = async (sql: string, ...parameters: unknown[]): Promise<number> => {
      const [row]: { n: number }[] = await source.query(`select count(*)::int as n from ${sql}`, parameters);
      return row?.n ?? 0;
    };
    this.gauge(
      'shouwen_oldest_due_work_seconds',
      'Age of the oldest due background work; rising means that no worker does it',
      async () => (await work.oldestDueSeconds()) ?? 0,
    );
    this.gauge('shouwen_calls_needing_attention', 'Calls that wait for a person', () =>
      count(`call where stage = 'needs_attention'`),
    );
    this.gauge('shouwen_objects_not_copied', 'Stored objects without a copy in the second place, if there is one', () =>
      hasCopy ? count('stored_object where copied_at is null') : Promise.resolve(0),
    );
    this.gauge('shouwen_workers_alive', 'Worker processes that said lately that they are there', () =>
      count('worker_presence where heartbeat_at >= now() - make_interval(secs => $1)', SILENT_AFTER_SECONDS),
    );
  }

  answered(labels: { method: string; route: string; status: number }, seconds: number): void {
    this.requests.observe(labels, seconds);
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  private gauge(name: string, help: string, read: () => Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        this.set(await read());
      },
    });
  }
}
