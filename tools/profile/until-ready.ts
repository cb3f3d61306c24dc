import { setTimeout as delay } from 'node:timers/promises';

const READY_WITHIN_MS = 120_000;

/** @throws when the API at this address does not answer in time */
export async function untilReady(baseUrl: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(`${baseUrl}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await delay(100);
  }
  throw new Error(
    `The API did not become ready within ${READY_WITHIN_MS / 1000} s. See logs/api.log in the data directory.`,
  );
}
