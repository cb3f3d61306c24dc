import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { Language } from '#contracts';
import { decodePcm, soundOf } from '#recordings';
import type { SampleLine } from '../../../tools/samples/sample-call.js';

const run = promisify(execFile);
export const SAMPLE_RATE = 16_000;

type Voices = Readonly<Record<SampleLine['speaker'], (text: string, file: string) => readonly [string, ...string[]]>>;

const VOICES: Readonly<Record<Language, Voices>> = {
  en: {
    agent: (text, file) => ['flite', '-voice', 'rms', '--setf', 'duration_stretch=0.92', '-t', text, '-o', file],
    customer: (text, file) => ['flite', '-voice', 'slt', '--setf', 'duration_stretch=0.92', '-t', text, '-o', file],
  },
  zh: {
    agent: (text, file) => ['espeak-ng', '-v', 'cmn+f2', '-s', '230', '-w', file, text],
    customer: (text, file) => ['espeak-ng', '-v', 'cmn+m3', '-s', '230', '-w', file, text],
  },
};

/** Speaks one sentence; mono samples at {@link SAMPLE_RATE}. Needs flite and espeak-ng. */
export async function speak(text: string, language: Language, speaker: SampleLine['speaker']): Promise<Int16Array> {
  const folder = await mkdtemp(join(tmpdir(), 'voice-'));
  try {
    const file = join(folder, 'spoken.wav');
    const [program, ...args] = VOICES[language][speaker](text, file);
    await run(program, args);
    return await toSamples(await readFile(file));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function toSamples(wav: Buffer): Promise<Int16Array> {
  const format = soundOf(wav);
  const source = { bytes: Readable.from([wav]), format, durationMs: format.durationMs };
  const pcm = await buffer(
    decodePcm(source, { channel: 0, sampleRate: SAMPLE_RATE }, { allowUnsandboxed: true }).output,
  );
  const samples = new Int16Array(pcm.length / 2);
  Buffer.from(samples.buffer).set(pcm);
  return samples;
}
