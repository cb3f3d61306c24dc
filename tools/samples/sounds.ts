import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SimpleWords } from '#transcripts';
import { soundOf } from '#recordings';
import { checkout } from '../models/checkout.js';
import { SAMPLE_CALLS } from './calls.js';
import type { SampleCall } from './sample-call.js';

/** What a speaker says, and when. */
export type SampleTurn = SimpleWords['turns'][number];

/** A sample call as it was spoken (`speak.py`). */
export interface SpokenSample {
  sample: SampleCall;
  durationMs: number;
  /** Ogg Opus, 8 kHz, agent left. */
  audio: string;
  /** What was said, for tests that need no sound. */
  turns: SampleTurn[];
}

const FOLDER = join(checkout(), 'tools/samples/sound');

/** The sample calls with their sound. */
export function spokenSamples(samples: readonly SampleCall[] = SAMPLE_CALLS): SpokenSample[] {
  const turns = JSON.parse(readFileSync(join(FOLDER, 'turns.json'), 'utf8')) as Record<string, SampleTurn[]>;
  return samples.map((sample) => {
    const audio = join(FOLDER, `${sample.id}.opus`);
    const { durationMs } = soundOf(readFileSync(audio));
    return { sample, durationMs, audio, turns: turns[sample.id] ?? [] };
  });
}

/** Words to send along with a sample: as another recogniser would have heard it, without a mistake. */
export function wordsOf({ sample, turns }: Pick<SpokenSample, 'sample' | 'turns'>): Blob {
  return new Blob([JSON.stringify({ language: sample.language, turns } satisfies SimpleWords)]);
}
