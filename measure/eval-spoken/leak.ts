import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { Language, Side } from '#contracts';
import { decodePcm, soundOf } from '#recordings';
import { type FinishedChunk, type SpokenWord, type TranscriptionEngine, withoutLeaks } from '#transcripts';
import type { Tools } from '../eval-asr/judge.js';
import { countLeaks, type LeakCounts, withLeak } from './leak.rules.js';

/** How loud the leak is, dB beside the voice that leaks. The first is none. */
export const LEAKS = [-Infinity, -20, -26, -32] as const;
/** How much later it comes, as through a headset or a hybrid. */
const DELAY_MS = 25;
const SIDES = ['customer', 'agent'] as const;

interface Spoken {
  language: Language;
  turns: readonly { speaker: Side; start: number; end: number }[];
}

export interface LeakMeasure {
  before: LeakCounts;
  after: LeakCounts;
}

/** Hears a recording with a leak laid into both channels, and counts what was heard twice with and without the rule that leaves it out. */
export async function measureLeak(
  engine: TranscriptionEngine,
  { bytes, spoken, decibels }: { bytes: Buffer; spoken: Spoken; decibels: number },
  tools: Tools,
): Promise<LeakMeasure> {
  const sound = soundOf(bytes);
  const { durationMs } = sound;
  const rate = Math.max(...engine.capabilities.sampleRates);
  const decoded = async (channel: number): Promise<Int16Array> => {
    const from = { bytes: Readable.from([bytes]), format: sound, durationMs };
    const whole = await buffer(decodePcm(from, { channel, sampleRate: rate }, tools).output);
    return new Int16Array(whole.buffer, whole.byteOffset, whole.length >> 1);
  };
  const mixed = withLeak([await decoded(0), await decoded(1)], decibels, Math.round((DELAY_MS * rate) / 1000));
  const words: SpokenWord[][] = [[], []];
  const outcome = await engine.transcribe({
    ...{ language: spoken.language, durationMs, recordedSampleRate: sound.sampleRate, hotwords: [] },
    ...(tools.detector && { detector: tools.detector }),
    channels: SIDES.map((speaker, channel) => ({ channel, speaker, open: () => channelOf(mixed, channel) })),
    onChunk: ({ channel, words: heard }: FinishedChunk) => Promise.resolve(void words[channel]?.push(...heard)),
  });
  if (!outcome.ok) throw new Error(`${outcome.failure.code} (${outcome.failure.detail})`);
  const turns = spoken.turns.map(({ speaker, start, end }) => ({ speaker, fromMs: start * 1000, toMs: end * 1000 }));
  const count = (channels: readonly { words: readonly SpokenWord[] }[]): LeakCounts =>
    sumOf(SIDES.map((side, channel) => countLeaks(channels[channel]?.words ?? [], side, turns)));
  const channels = words.map((heard) => ({ words: heard }));
  return { before: count(channels), after: count(withoutLeaks(channels)) };
}

const sumOf = (counts: readonly LeakCounts[]): LeakCounts => ({
  doubled: counts.reduce((sum, { doubled }) => sum + doubled, 0),
  own: counts.reduce((sum, { own }) => sum + own, 0),
});

function channelOf(mixed: Int16Array, channel: number): Readable {
  const samples = mixed.filter((_, at) => at % 2 === channel);
  return Readable.from([Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)]);
}

/** A line of the table for each leak. */
export function leakTable(measures: ReadonlyMap<number, readonly LeakMeasure[]>): string[] {
  const rows = [...measures].map(([decibels, all]) => {
    const [before, after] = [sumOf(all.map((one) => one.before)), sumOf(all.map((one) => one.after))];
    const leak = Number.isFinite(decibels) ? `${decibels} dB` : 'none';
    return `| ${leak} | ${before.doubled} | ${after.doubled} | ${before.own} | ${after.own} |`;
  });
  return [
    '| leak | heard twice, without the rule | with it | of their own, without | with it |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ];
}
