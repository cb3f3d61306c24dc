import { type JobHint, type JobName } from '#contracts';
import { type Logger } from '../logger.js';
import { JobRunner, type JobHandler, type JobHandlers } from './job-runner.js';
import { type HintWorkerOptions, type QueueBackend } from './queue-backend.js';
import { type WorkService } from './work.service.js';

const JOB = 'transcribe-recording';

/** A queue of which the test gives the hints, and work that is a list of names. */
function hire(handler: Pick<JobHandler, 'run' | 'first'>, waiting: string[]) {
  let take: HintWorkerOptions['take'] = () => Promise.resolve();
  const queues = {
    openWorker: (job: JobName, options: HintWorkerOptions) => {
      if (job === JOB) ({ take } = options);
      return { ready: () => Promise.resolve(), close: () => Promise.resolve() };
    },
  } as unknown as QueueBackend;
  const claim = (workId: string) => {
    const at = waiting.indexOf(workId);
    if (at >= 0) waiting.splice(at, 1);
    return Promise.resolve(at < 0 ? null : { workId, subjectId: workId, job: JOB, attempt: 1, token: '' });
  };
  const work = { claim, renew: () => Promise.resolve(true) } as unknown as WorkService;
  const quiet = { info: () => undefined, warn: () => undefined } as unknown as Logger;
  const giveUp = () => Promise.resolve();
  const handlers = { [JOB]: { ...handler, giveUp, concurrency: 2 } } as unknown as JobHandlers;
  const runner = new JobRunner(handlers, work, quiet, queues);
  return { runner, hint: (workId: string) => take({ workId } as JobHint) };
}

/** Things that are done when the test says so. */
function doneByHand() {
  const ends = new Map<string, () => void>();
  const begun: string[] = [];
  const run = (id: string) =>
    new Promise<void>((done) => {
      begun.push(id);
      ends.set(id, done);
    });
  const end = async (id: string) => {
    ends.get(id)!();
    await new Promise((next) => setImmediate(next));
  };
  return { run, end, begun };
}

it('lets the place for all work take its turn, however many short ones the other place has', async () => {
  const waiting = ['long-1', 'short-1', 'long-2', 'short-2', 'short-3'];
  const { run, end, begun } = doneByHand();
  const first = (place: number) =>
    Promise.resolve(waiting.find((id) => place === 0 || id.startsWith('short')) ?? 'none');
  const { runner, hint } = hire({ run, first }, waiting);
  await runner.start();
  const hints = [hint('long-1'), hint('short-1')];
  await new Promise((next) => setImmediate(next));
  expect(begun).toEqual(['long-1', 'short-1']);
  // The short one is still heard: the long one that waits next is not kept waiting for a pause of the short ones.
  await end('long-1');
  expect(begun.at(-1)).toBe('long-2');
  await end('short-1');
  await end('short-2');
  expect(begun).toEqual(['long-1', 'short-1', 'long-2', 'short-2', 'short-3']);
  await end('short-3');
  await end('long-2');
  await Promise.all(hints);
});
