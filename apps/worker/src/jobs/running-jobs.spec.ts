import { type JobContext, type JobHandler, type JobHandlers } from '#platform';
import { RunningJobs } from './running-jobs.js';

/** Handlers that run until they are told how to end. */
function held() {
  const ends: (() => void)[] = [];
  const fails: ((error: Error) => void)[] = [];
  const handler: JobHandler = {
    run: () =>
      new Promise<void>((resolve, reject) => {
        ends.push(resolve);
        fails.push(reject);
      }),
    giveUp: () => Promise.resolve(),
    concurrency: 2,
  };
  const handlers = { 'seal-recording': handler, 'score-leg': handler } as unknown as JobHandlers;
  return { handlers, ends, fails };
}

describe('what a worker says it runs', () => {
  it('counts jobs while they run, and forgets those that ended or failed', async () => {
    const { handlers, ends, fails } = held();
    const running = new RunningJobs();
    const watched = running.watch(handlers);
    const context = {} as JobContext;
    const [first, second] = [watched['seal-recording'].run('a', context), watched['seal-recording'].run('b', context)];
    const third = watched['score-leg'].run('c', context);
    expect(running.now()).toEqual({ 'seal-recording': 2, 'score-leg': 1 });
    ends[0]?.();
    fails[2]?.(new Error('broken'));
    await first;
    await expect(third).rejects.toThrow('broken');
    expect(running.now()).toEqual({ 'seal-recording': 1 });
    ends[1]?.();
    await second;
    expect(running.now()).toEqual({});
  });
});
