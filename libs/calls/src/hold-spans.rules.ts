import { type HoldSpan } from '#contracts';

/** What is stored of the times at which a leg was on hold. */
export interface StoredHolds {
  /** In milliseconds of the recording, as an upload or a correction says. */
  holdSpans: HoldSpan[];
  /** From hold to resume by the wall clock; null: the telephone system does not tell. */
  holds: [string, string][] | null;
}

/**
 * When a recording's leg was on hold, in milliseconds from its start. What was said of the recording itself goes before what the wall clock
 * gives.
 * @param recordingBeganAt null where it is not told
 * @returns null where there were holds and it is not known where in the recording they lie
 */
export function holdSpansIn({ holdSpans, holds }: StoredHolds, recordingBeganAt: Date | null): HoldSpan[] | null {
  if (holdSpans.length > 0 || holds === null) return holdSpans;
  if (holds.length === 0) return [];
  if (recordingBeganAt === null) return null;
  const ms = (at: string): number => Math.max(0, Date.parse(at) - recordingBeganAt.getTime());
  return holds.map(([from, to]) => ({ fromMs: ms(from), toMs: ms(to) })).filter(({ fromMs, toMs }) => toMs > fromMs);
}
