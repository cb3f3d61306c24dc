import { ErrorCode, type BackendClasses, type IQueueBackend } from 'bullmq';
import { type JobHint, type JobName } from '#contracts';
import {
  CLOSE_WITHIN_MS,
  KEEP_NOTHING,
  LOCK,
  type HintQueue,
  type HintWorker,
  type HintWorkerOptions,
} from './queue-backend.js';

/** One job's queue on any of BullMQ's backends. */
export function openBullQueue<B extends IQueueBackend, C>(
  { Queue }: BackendClasses<B, C>,
  connection: C,
  job: JobName,
): HintQueue {
  const queue = new Queue<JobHint, void, JobName>(job, { connection, defaultJobOptions: KEEP_NOTHING });
  // A failed command is reported to its caller; a dropped connection is opened again.
  queue.on('error', () => undefined);
  return {
    give: async (workIds) =>
      void (await queue.addBulk(
        workIds.map((workId) => ({ name: job, data: { workId }, opts: { deduplication: { id: workId } } })),
      )),
    ready: async () => void (await queue.waitUntilReady()),
    close: () => queue.close(),
  };
}

/** A refused connection is tried again after this; every other failure rests before it comes out (`patient`). */
const AGAIN = { runRetryDelay: 2_000 } as const;

/** What BullMQ answers of a hint that another took meanwhile. The lease decides who works, so that it is no trouble. */
const HINT_LOST = new Set<number>([
  ErrorCode.JobNotExist,
  ErrorCode.JobLockNotExist,
  ErrorCode.JobNotInState,
  ErrorCode.JobLockMismatch,
]);

/** One job's worker on any of BullMQ's backends. */
export function openBullWorker<B extends IQueueBackend, C>(
  { Worker }: BackendClasses<B, C>,
  connection: C,
  job: JobName,
  { take, concurrency, onTrouble }: HintWorkerOptions,
): HintWorker {
  const process = ({ data }: { data: JobHint }) => take(data);
  const worker = new Worker<JobHint, void>(job, process, { connection, concurrency, ...LOCK, ...AGAIN });
  // Of each hint whose lock ran out, as on a machine that stood still, an error follows at every turn until its work ends, and one at its end.
  let lost = 0;
  worker.on('lockRenewalFailed', (hints) => (lost += hints.length));
  worker.on('error', (error) => {
    if (lost > 0) lost -= 1;
    else if (!('code' in error && HINT_LOST.has(Number(error.code)))) onTrouble(error);
  });
  return {
    ready: async () => void (await worker.waitUntilReady()),
    close: () => closeWithin(worker, onTrouble),
  };
}

/** Closing tells the server about jobs that have ended; a server that is away must not keep the process. */
async function closeWithin(worker: { close(): Promise<void> }, onTrouble: (error: unknown) => void): Promise<void> {
  let patience: NodeJS.Timeout | undefined;
  const silence = new Promise<void>((resolve) => {
    patience = setTimeout(
      () => resolve(onTrouble(new Error('the queue does not answer; its worker was left'))),
      CLOSE_WITHIN_MS,
    );
  });
  await Promise.race([worker.close(), silence]).finally(() => clearTimeout(patience));
}
