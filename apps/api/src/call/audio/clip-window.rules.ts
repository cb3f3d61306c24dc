/** What a player needs to know the sound by, at the beginning of the file: less than a fifth of a second of it. */
const HEAD_BYTES = 512;
/** A player reads from a moment before the second that it wants, and to the end of what it asked for. */
const LEAD_MS = 3000;
const AFTER_MS = 1000;

export interface Clip {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Of a recording whose stretch alone may be heard, how far a request from this byte may be served. Bytes and time are in proportion, as the
 * rendition has a constant bit rate.
 * @returns the end (exclusive); null where nothing may be served from there
 */
export function clipEnd(
  { from, size, durationMs }: { from: number; size: number; durationMs: number },
  { fromMs, toMs }: Clip,
): number | null {
  const bytes = (ms: number) => Math.min(size, Math.ceil((Math.max(0, ms) * size) / durationMs));
  const [first, end] = [bytes(fromMs - LEAD_MS), bytes(toMs + AFTER_MS)];
  if (from >= first && from < end) return end;
  return from < HEAD_BYTES ? Math.min(HEAD_BYTES, size) : null;
}
