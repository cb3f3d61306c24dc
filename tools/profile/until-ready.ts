import { setTimeout as delay } from 'node:timers/promises';
import { CannotStart } from '#platform';

const READY_WITHIN_MS = 120_000;
const ASK_WITHIN_MS = 5_000;

/** @throws CannotStart when the API at this address does not answer in time */
export async function untilReady(baseUrl: string, signal?: AbortSignal): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    signal?.throwIfAborted();
    const asking = { signal: AbortSignal.timeout(ASK_WITHIN_MS) };
    const answer = await fetch(`${baseUrl}/api/health/ready`, asking).catch(() => null);
    if (answer?.ok) return;
    await delay(100);
  }
  throw new CannotStart(
    `The API did not become ready within ${READY_WITHIN_MS / 1000} s: see what logs/api.log in the data folder says last, and start again.`,
  );
}
