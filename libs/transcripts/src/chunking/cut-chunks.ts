import type { Readable } from 'node:stream';
import { wholeFrames } from '#recordings';
import { ChunkCutter, type SpeechChunk } from './chunking.rules.js';

/** Chunks of one channel as they become ready; returns the milliseconds of sound that were there. */
export async function* cutChunks(pcm: Readable, sampleRate: number): AsyncGenerator<SpeechChunk, number> {
  const cutter = new ChunkCutter(sampleRate);
  for await (const samples of wholeFrames(pcm, 1)) yield* cutter.add(samples);
  yield* cutter.finish();
  return cutter.heardMs();
}
