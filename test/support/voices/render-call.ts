import type { SampleCall } from '../../../tools/samples/sample-call.js';
import { SAMPLE_RATE, speak } from './speak.js';

export interface RenderedCall {
  /** Interleaved: agent left, customer right. */
  samples: Int16Array;
  channels: 2;
  sampleRate: number;
  durationMs: number;
}

const BEFORE_TURN_MS = 450;
const BETWEEN_SENTENCES_MS = 250;
const AT_THE_END_MS = 500;
const SENTENCE = /[^.?!。？！]+[.?!。？！]+/g;

/** Speaks a whole call, one after the other on two channels, each silent while the other talks. */
export async function renderCall({ lines, language }: SampleCall): Promise<RenderedCall> {
  const spoken: { at: number; channel: 0 | 1; samples: Int16Array }[] = [];
  let at = 0;
  for (const { speaker, text, afterMs = BEFORE_TURN_MS } of lines) {
    at += toSamples(afterMs);
    for (const [index, sentence] of (text.match(SENTENCE) ?? [text]).entries()) {
      if (index > 0) at += toSamples(BETWEEN_SENTENCES_MS);
      const samples = await speak(sentence.trim(), language, speaker);
      spoken.push({ at, channel: speaker === 'agent' ? 0 : 1, samples });
      at += samples.length;
    }
  }
  const frames = at + toSamples(AT_THE_END_MS);
  const mixed = new Int16Array(frames * 2);
  for (const { at: start, channel, samples } of spoken) {
    samples.forEach((sample, index) => (mixed[(start + index) * 2 + channel] = sample));
  }
  return { samples: mixed, channels: 2, sampleRate: SAMPLE_RATE, durationMs: toMs(frames) };
}

function toSamples(ms: number): number {
  return (ms * SAMPLE_RATE) / 1000;
}

function toMs(samples: number): number {
  return Math.round((samples * 1000) / SAMPLE_RATE);
}
