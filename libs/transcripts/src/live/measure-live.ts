/*
 * How many calls at once this machine hears: a short call is played to the recogniser at the pace of people who speak, then two of it, and so
 * on, for as long as nearly all that was said is words within three seconds. What else runs meanwhile counts: it will run later, too.
 */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { packageRoot } from '../engines/faster-whisper/find-whisper.js';
import { type LiveSession } from './live-session.js';
import { type LiveWords } from './live-words.js';

/** From the end of what was said to its words, for 95 of 100. */
export const LIVE_WITHIN_MS = 3_000;
const RATE = 8_000;
const PIECE = RATE / 10;

/** What is played, as A-law at 8 kHz: `agent.alaw` and `customer.alaw` of one call. */
export const MEASURED_CALL = join(packageRoot(), 'libs/transcripts/measure');

/** The value that 95 of 100 do not exceed; Infinity of none. */
export function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Infinity;
}

/** @param sides samples of one call, at 8 kHz @param most more are not tried @returns of one call, of two, and so on: p95, ms; the last may be late */
export async function measureLive(
  live: Pick<LiveWords, 'open'>,
  sides: readonly Int16Array[],
  most: number,
  signal?: AbortSignal,
): Promise<number[]> {
  // The model is loaded before the first speech.
  await lateness(
    live,
    sides.slice(0, 1).map((one) => one.subarray(0, 4 * RATE)),
    signal,
  );
  const found: number[] = [];
  while (found.length < most && roomIn(found) === found.length && !signal?.aborted) {
    const calls = Array.from({ length: found.length + 1 }, () => sides).flat();
    found.push(Math.round(p95(await lateness(live, calls, signal))));
  }
  return signal?.aborted ? [] : found;
}

/** How many calls at once are heard in time. */
export const roomIn = (found: readonly number[]): number => found.filter((ms) => ms <= LIVE_WITHIN_MS).length;

/** Whether words come of what an agent says, however late. */
export const hearsAtAll = async (live: Pick<LiveWords, 'open'>, sides: readonly Int16Array[]): Promise<boolean> =>
  (await lateness(live, sides.slice(0, 1))).some(Number.isFinite);

/** Of each utterance, ms. Infinity of one that was not heard. */
async function lateness(
  live: Pick<LiveWords, 'open'>,
  sides: readonly Int16Array[],
  signal?: AbortSignal,
): Promise<number[]> {
  const heard = sides.map(async (samples) => {
    const opened = await live.open({ language: 'zh', sampleRate: RATE, ...(signal && { signal }) });
    if (!opened.ok) return [Infinity];
    const began = performance.now();
    const [late] = await Promise.all([read(opened.session, began), play(opened.session, samples, began)]);
    return late;
  });
  return (await Promise.all(heard)).flat();
}

async function read(session: LiveSession, began: number): Promise<number[]> {
  const late: number[] = [];
  for await (const event of session)
    if (event.kind !== 'utterance') late.push(Infinity);
    else if (event.words.length > 0) late.push(performance.now() - began - event.toMs);
  return late;
}

async function play(session: LiveSession, samples: Int16Array, began: number): Promise<void> {
  for (let at = 0; at < samples.length; at += PIECE) {
    const due = began + ((at + PIECE) * 1000) / RATE - performance.now();
    if (due > 0) await pause(due);
    await session.write(samples.subarray(at, at + PIECE));
  }
  await session.end();
}
