/** Everything is read with some time to spare: runs are missed, and there is more by the end of a period than at its beginning. */
const TO_SPARE = 1.25;
/** However little there is, so much is read in a run: a small store is read soon. */
const AT_LEAST = 1024 ** 3;

/** How much one run of the scrubber has to read so that all that is stored is read once in each period. */
export function scrubBudget(stored: { bytes: number; everyMs: number; runEveryMs: number }): number {
  if (stored.everyMs <= 0) return Math.max(AT_LEAST, Math.ceil(stored.bytes));
  return Math.max(AT_LEAST, Math.ceil((stored.bytes * stored.runEveryMs * TO_SPARE) / stored.everyMs));
}
