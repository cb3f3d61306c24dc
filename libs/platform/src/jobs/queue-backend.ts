import { type JobHint, type JobName } from '#contracts';
import { type Probe } from '../probes/index.js';

/** Where hints for one job wait. A hint that already waits under its id is not doubled. */
export interface HintQueue {
  /** @throws when the server cannot be reached: a queue that failed at its start would fail for ever */
  ready(): Promise<void>;
  give(workIds: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Takes one job's hints as they come, `concurrency` at once. Closing waits for those that are being taken. */
export interface HintWorker {
  /** @throws as `HintQueue.ready` */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export interface HintWorkerOptions {
  take: (hint: JobHint) => Promise<void>;
  concurrency: number;
  /** Told of a queue that cannot be reached; it is tried again automatically. */
  onTrouble: (error: unknown) => void;
}

/**
 * The queue that hints travel through: BullMQ, on the database or on Redis or Valkey. It may lose everything at any moment without anything
 * being lost: what is to be done is in the `work` table, and the reconciler gives the hints again.
 */
export interface QueueBackend extends Probe {
  readonly kind: 'postgres' | 'redis';
  /**
   * Says at the start, before a job waits in vain, what speaks against this server.
   * @returns words for the log where it can be used but an operator should know
   * @throws QueueUnusable
   */
  assertUsable(): Promise<string | undefined>;
  openQueue(job: JobName): HintQueue;
  openWorker(job: JobName, options: HintWorkerOptions): HintWorker;
  /** Lets the connections go. Workers first, then queues, then this. */
  close(): Promise<void>;
}

/** The queue server cannot be used as it is set up; the message says what to change. The operator has to fix it. */
export class QueueUnusable extends Error {
  readonly code = 'queue_unusable';
  override readonly name = 'QueueUnusable';
}

/** BullMQ's settings for a hint: the `work` table is the history, the queue keeps none, and trying again is not its business. */
export const KEEP_NOTHING = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const;

/**
 * A hint whose worker died, or whose server did while it was handed over, is taken again after this. Short, because until then the
 * reconciler's hint for the same work counts as a double; and harmless, because the lease in the `work` table decides who works.
 */
export const LOCK = { lockDuration: 6_000, stalledInterval: 3_000 } as const;

/** How long a worker that closes waits for a queue that does not answer; the work itself is already given back by then. */
export const CLOSE_WITHIN_MS = 5_000;
