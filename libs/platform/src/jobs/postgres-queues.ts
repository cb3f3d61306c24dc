import pg from 'pg';
import { createPostgresBackend, withBackend } from 'bullmq';
import { JOBS, type JobName } from '#contracts';
import { probing, type Probed } from '../probes/index.js';
import { openBullQueue, openBullWorker } from './bull-queues.js';
import { withRetryPause } from './retry-pause-backend.js';
import { type HintQueue, type HintWorker, type HintWorkerOptions, type QueueBackend } from './queue-backend.js';

/** Of connections that stay open when idle: a firewall between forgets a connection that is silent for minutes, and the next question would hang. */
export const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const;

/** The schema that BullMQ keeps its hints in. */
export const QUEUE_SCHEMA = 'bullmq';

const BULL = withBackend(withRetryPause(createPostgresBackend));

/** BullMQ takes a connection of the pool for each job's worker and never gives it back: it listens. With none left every worker would wait for ever. */
const LISTENING = Object.keys(JOBS).length;
const WORKING = 3;

/** Hints in the database itself: nothing else to install. */
export class PostgresQueues implements QueueBackend {
  readonly kind = 'postgres';
  readonly #pool: pg.Pool;

  constructor(databaseUrl: string, applicationName: string) {
    this.#pool = new pg.Pool({
      connectionString: databaseUrl,
      application_name: applicationName,
      max: LISTENING + WORKING,
      // Those that work stay for the next job.
      min: LISTENING + WORKING,
      ...KEEP_ALIVE,
      options: `-c search_path=${QUEUE_SCHEMA}`,
    });
    // A dropped idle connection is replaced at the next use; without a listener it would end the process.
    this.#pool.on('error', () => undefined);
    // Each queue and each worker listens for errors of its own: with many jobs that is no leak.
    this.#pool.setMaxListeners(2 * LISTENING + 10);
  }

  /** The database was looked at when the process connected to it. */
  async assertUsable(): Promise<undefined> {}

  openQueue(job: JobName): HintQueue {
    return openBullQueue(BULL, this.#pool, job);
  }

  openWorker(job: JobName, options: HintWorkerOptions): HintWorker {
    return openBullWorker(BULL, this.#pool, job, options);
  }

  probe(): Promise<Probed> {
    const look = async (): Promise<Probed> => {
      const { rows } = await this.#pool.query<{ there: boolean }>(
        'select exists (select from pg_namespace where nspname = $1) as there',
        [QUEUE_SCHEMA],
      );
      const there = rows[0]?.there ?? false;
      return { ok: there, detail: there ? IN_DATABASE : NO_SCHEMA, facts: { kind: this.kind } };
    };
    return probing(this.kind, look, () => AWAY);
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

const IN_DATABASE = { zh: '队列在数据库中。', en: 'The queue is in the database.' };
const NO_SCHEMA = {
  zh: '数据库中没有队列的表。请运行 npm run migrate。',
  en: 'The database has no tables for the queue. Run npm run migrate.',
};
const AWAY = { zh: '数据库没有响应。', en: 'The database does not answer.' };
