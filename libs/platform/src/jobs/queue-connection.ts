import { createPostgresBackend, withBackend } from 'bullmq';
import pg from 'pg';
import { type JobHint, type JobName } from '#contracts';

/** The schema that BullMQ keeps its hints in. */
export const QUEUE_SCHEMA = 'bullmq';

const { Queue, Worker } = withBackend(createPostgresBackend);
export { Queue, Worker };
export type HintQueue = InstanceType<typeof Queue<JobHint, void, JobName>>;

/** A small pool of its own for one queue or worker: BullMQ keeps a connection of it listening. */
export function queuePool(databaseUrl: string, name: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: name,
    max: 4,
    keepAlive: true,
    options: `-c search_path=${QUEUE_SCHEMA}`,
  });
  // A dropped idle connection is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}
