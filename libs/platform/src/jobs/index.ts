export { HintPublisher } from './hint-publisher.js';
export { JobRunner, type JobContext, type JobHandler, type JobHandlers } from './job-runner.js';
export { openQueues } from './open-queues.js';
export { QUEUE_SCHEMA } from './postgres-queues.js';
export { QueueUnusable, type HintQueue, type HintWorker, type QueueBackend } from './queue-backend.js';
export { PROGRESS_CHANNEL, tellProgress } from './progress.js';
export { Reconciler } from './reconciler.js';
export { Work } from './work.entity.js';
export { LeaseLost, WorkService, type Lease } from './work.service.js';
