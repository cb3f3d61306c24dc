import { EventEmitter } from 'node:events';
import { type BackendClasses, type IQueueBackend } from 'bullmq';
import { openBullWorker } from './bull-queues.js';

it('tells of trouble with the queue, and not of a hint whose lock ran out', () => {
  const worker = new EventEmitter();
  const Worker = function () {
    return worker;
  };
  const told: unknown[] = [];
  const options = { concurrency: 1, take: async () => undefined, onTrouble: (error: unknown) => told.push(error) };
  openBullWorker({ Worker } as unknown as BackendClasses<IQueueBackend, null>, null, 'score-leg', options);

  // As BullMQ's LockManager says it, version 5.
  worker.emit('lockRenewalFailed', ['1', '2']);
  worker.emit('error', new Error('could not renew lock for job 1'));
  worker.emit('error', new Error('could not renew lock for job 2'));
  worker.emit('error', Object.assign(new Error('Job 1 is not in the active state. moveToFinished'), { code: -3 }));
  expect(told).toEqual([]);
  const away = new Error('the server went away');
  worker.emit('error', away);
  expect(told).toEqual([away]);
});
