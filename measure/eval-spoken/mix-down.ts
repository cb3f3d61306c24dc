import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { waveHeader } from '#platform/rules';
import { decodePcm, type SoundVerdict } from '#recordings';
import type { TwoChannels } from './voices.rules.js';

/** Hz at which both channels are taken apart. */
const RATE = 16_000;

/** A recording of two channels, and the same in one, as a recorder of one channel keeps it. */
export interface MixedDown {
  apart: TwoChannels;
  /** A WAVE file. */
  mixed: Buffer;
}

export async function mixDown(bytes: Buffer, sound: SoundVerdict, allowUnsandboxed: boolean): Promise<MixedDown> {
  const source = { bytes: Readable.from([bytes]), format: sound, durationMs: sound.durationMs };
  const pcm = await buffer(decodePcm(source, { channel: 'all', sampleRate: RATE }, { allowUnsandboxed }).output);
  const frames = pcm.length >> 2;
  const [left, right, both] = [new Int16Array(frames), new Int16Array(frames), new Int16Array(frames)];
  for (let at = 0; at < frames; at++) {
    left[at] = pcm.readInt16LE(at * 4);
    right[at] = pcm.readInt16LE(at * 4 + 2);
    both[at] = (left[at]! + right[at]!) >> 1;
  }
  return { apart: { channels: [left, right], sampleRate: RATE }, mixed: monoWave(both) };
}

function monoWave(samples: Int16Array): Buffer {
  const head = waveHeader({ channels: 1, sampleRate: RATE, dataBytes: samples.byteLength });
  return Buffer.concat([head, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)]);
}
