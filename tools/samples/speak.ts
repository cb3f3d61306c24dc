import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SimpleWords } from '#transcripts';
import { SAMPLE_CALLS } from './calls.js';
import { type RenderedCall, renderCall } from './render-call.js';
import type { SampleCall } from './sample-call.js';

export interface SpokenSample {
  sample: SampleCall;
  durationMs: number;
  /** A WAVE file, 16-bit PCM, 16 kHz, agent left. */
  audio: string;
  /** Words to send along, where no engine on a bare machine knows the language. */
  words: string | null;
}

/** Speaks the sample calls into a folder. */
export async function speakSamples(
  folder: string,
  samples: readonly SampleCall[] = SAMPLE_CALLS,
): Promise<SpokenSample[]> {
  await mkdir(folder, { recursive: true });
  const spoken: SpokenSample[] = [];
  for (const sample of samples) {
    const call = await renderCall(sample);
    const audio = join(folder, `${sample.id}.wav`);
    await writeFile(audio, pcmWav(call));
    const words = sample.language === 'zh' ? join(folder, `${sample.id}.json`) : null;
    if (words)
      await writeFile(words, JSON.stringify({ language: sample.language, turns: call.turns } satisfies SimpleWords));
    spoken.push({ sample, durationMs: call.durationMs, audio, words });
  }
  return spoken;
}

function pcmWav({ samples, channels, sampleRate }: RenderedCall): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF');
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * channels * 2, 28);
  header.writeUInt16LE(channels * 2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}

if (process.argv[1] === import.meta.filename) {
  const folder = process.argv[2];
  if (!folder) throw new Error('usage: speak FOLDER');
  for (const { audio, durationMs } of await speakSamples(folder))
    console.log(`${audio}  ${(durationMs / 1000).toFixed(1)} s`);
}
