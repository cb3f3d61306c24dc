const AGAIN_MS = 5000;

/**
 * Tries until it succeeds: a service that is away comes back.
 * @param told of each failure
 * @returns null: it was ended before
 */
export async function untilThere<T>(
  work: () => Promise<T>,
  told: (error: unknown) => void,
  { ended, wait = waitFor }: { ended: AbortSignal; wait?: (ms: number, ended: AbortSignal) => Promise<void> },
): Promise<T | null> {
  while (!ended.aborted) {
    try {
      return await work();
    } catch (error) {
      told(error);
      await wait(AGAIN_MS, ended);
    }
  }
  return null;
}

const waitFor = (ms: number, ended: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    ended.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
