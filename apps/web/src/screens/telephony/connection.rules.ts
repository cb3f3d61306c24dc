import type { CaptureFigures } from '#contracts';

/** A process reports every five seconds: after so long without, it is away. */
const STALE_MS = 30_000;

/** How long ago it was heard of, in milliseconds, and whether that is too long. */
export function heardOf(reportedAt: string, now: string): { agoMs: number; stale: boolean } {
  const agoMs = Math.max(0, Date.parse(now) - Date.parse(reportedAt));
  return { agoMs, stale: agoMs > STALE_MS };
}

export type ConnectionTrouble = 'spoolFull' | 'keysLow' | 'bufferSmall';

/** What of a process needs a person. */
export function troublesOf({ spool, keys, buffer }: CaptureFigures): ConnectionTrouble[] {
  const { bytes, wantedBytes } = buffer;
  return [
    ...(spool.bytes >= 0.8 * spool.limitBytes ? (['spoolFull'] as const) : []),
    // While keys are made, one or two are missing.
    ...(keys.ready < keys.wanted / 2 ? (['keysLow'] as const) : []),
    ...(bytes !== null && bytes < wantedBytes ? (['bufferSmall'] as const) : []),
  ];
}

export interface Turned {
  done: 'refused' | 'dropped';
  why: string;
  count: number;
}

/** What was refused and what was dropped, the most frequent first. */
export const turnedAway = ({ refused, dropped }: CaptureFigures): Turned[] =>
  [
    ...refused.map((one) => ({ done: 'refused' as const, ...one })),
    ...dropped.map((one) => ({ done: 'dropped' as const, ...one })),
  ].toSorted((a, b) => b.count - a.count);
