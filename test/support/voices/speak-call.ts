import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SampleCall } from '../../../tools/samples/sample-call.js';
import { renderCall } from './render-call.js';
import { wavFile } from '../../fixtures/wav.js';

/** A call that was spoken into a file. */
export interface SpokenCall {
  sample: SampleCall;
  durationMs: number;
  /** A WAVE file, 16-bit PCM, 16 kHz, agent left. */
  audio: string;
}

/** Speaks a call, or its beginning, into a folder: by plain synthesisers, so that what a test needs is there in a second. */
export async function speakCall(folder: string, sample: SampleCall): Promise<SpokenCall> {
  const { samples, channels, sampleRate, durationMs } = await renderCall(sample);
  const audio = join(folder, `${sample.id}.wav`);
  await writeFile(audio, wavFile({ samples, channels, sampleRate }));
  return { sample, durationMs, audio };
}
