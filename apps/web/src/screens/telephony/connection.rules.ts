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

/** Characters of a file that are looked at before it is sent. */
const SAMPLE = 60_000;

/** The beginning of a file of records: whole lines, or of a list of JSON whole objects. The first is always there. */
export function sampleOf(text: string, most = SAMPLE): string {
  const list = listIn(text);
  return list ? `[${beginning(list, most, ',')}]` : beginning(text.split('\n'), most, '\n');
}

function beginning(parts: readonly string[], most: number, between: string): string {
  let sample = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    if (sample.length + between.length + part.length > most) break;
    sample += between + part;
  }
  return sample;
}

function listIn(text: string): string[] | null {
  if (!/^\uFEFF?\s*\[/.test(text)) return null;
  try {
    const read: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return Array.isArray(read) ? read.map((one) => JSON.stringify(one)) : null;
  } catch {
    return null;
  }
}
