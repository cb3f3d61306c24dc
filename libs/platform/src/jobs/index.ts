export { HintPublisher } from './hint-publisher.js';
export { JobRunner, type JobContext, type JobHandler, type JobHandlers } from './job-runner.js';
export { QUEUE_SCHEMA } from './queue-connection.js';
export { Reconciler } from './reconciler.js';
export { Work } from './work.entity.js';
export { LeaseLost, WorkService, type Lease } from './work.service.js';
