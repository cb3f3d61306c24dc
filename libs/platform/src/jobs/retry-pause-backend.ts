import { setTimeout as wait } from 'node:timers/promises';
import { type BackendFactory, type IQueueBackend } from 'bullmq';

/** A quarter of a second at first, two at last: a server that is back is found soon, one that is away is not flooded. */
const [SHORTEST_MS, LONGEST_MS] = [250, 2_000];

/** How long to rest after so many failures in a row. */
export const restMs = (failures: number): number => Math.min(LONGEST_MS, SHORTEST_MS * 2 ** (failures - 1));

/**
 * BullMQ's workers ask again at once when the server fails in any way but a refused connection: twenty times a second and job, for as long
 * as a database starts, recovers or has no room. With this each rests before its failure comes out.
 */
export function withRetryPause<B extends IQueueBackend, C>(factory: BackendFactory<B, C>): BackendFactory<B, C> {
  return (...given) => {
    const backend = factory(...given);
    let failures = 0;
    const resting =
      <A extends unknown[], R>(ask: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        try {
          const answer = await ask.apply(backend, args);
          failures = 0;
          return answer;
        } catch (error) {
          await wait(restMs(++failures));
          throw error;
        }
      };
    backend.moveToActive = resting(backend.moveToActive);
    backend.waitForJob = resting(backend.waitForJob);
    return backend;
  };
}
