/** Pauses between tries where the server names none, ms. The last one is used for every further try. */
const PAUSES_MS = [500, 2_000, 5_000, 15_000, 30_000] as const;
/** A server that asks for more is not waited for: the caller decides. */
export const LONGEST_WAIT_MS = 300_000;

/** How a try ended: the status of the answer, 0 where none came, and what `Retry-After` says. */
export interface Ended {
  status: number;
  retryAfter: string | null;
}

/**
 * How long to wait before the same request is sent again; null: do not. A request that may safely come twice is sent again after any
 * failure of the way; another one only where the server says that it did nothing with it (429).
 *
 * @param tries how often it was sent
 * @param retries how often it may be sent again
 * @param twice whether it changes nothing more when it comes twice
 */
export function waitBeforeAgain(
  ended: Ended,
  { tries, retries, twice, now }: { tries: number; retries: number; twice: boolean; now: number },
): number | null {
  if (tries > retries) return null;
  const passing = ended.status === 429 || (twice && [0, 502, 503, 504].includes(ended.status));
  if (!passing) return null;
  const wait = readRetryAfter(ended.retryAfter, now) ?? PAUSES_MS[Math.min(tries, PAUSES_MS.length) - 1] ?? 0;
  return wait > LONGEST_WAIT_MS ? null : wait;
}

/** `Retry-After` in ms from now: seconds, or a date (RFC 9110 §10.2.3). null: it says nothing that can be read. */
export function readRetryAfter(text: string | null, now: number): number | null {
  if (text === null || text.trim() === '') return null;
  if (/^\s*\d+\s*$/.test(text)) return Number(text) * 1_000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
