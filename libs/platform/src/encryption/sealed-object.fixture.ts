import { newKey } from './keys.js';
import { openRange, type SealedObject } from './open-range.js';
import { sealStream, type SealResult } from './seal-stream.js';
import { type SealedIdentity } from './segment-cipher.js';

/** A sealed object held in memory, for the specs of the format. */
export interface Sample {
  readonly identity: SealedIdentity;
  readonly stored: Buffer;
  readonly result: SealResult;
}

/** Bytes that differ from place to place, the same in every run. */
export function sampleBytes(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let state = 0x9e3779b9, index = 0; index < length; index += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

export async function* inChunks(bytes: Buffer, chunkBytes: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += chunkBytes) yield bytes.subarray(from, from + chunkBytes);
}

export async function collect(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export async function sealSample(
  plain: Buffer,
  chunkBytes = 65_536,
  label: Partial<SealedIdentity> = {},
): Promise<Sample> {
  const identity = { objectId: 'object-1', kind: 'original', objectKey: newKey(), ...label };
  const sealed = sealStream(inChunks(plain, chunkBytes), identity);
  const stored = await collect(sealed);
  return { identity, stored, result: sealed.result() };
}

/** The row and the stored bytes as a reader meets them; `changes` are what an attacker or a fault did. */
export function asStored(
  { identity, stored, result }: Sample,
  changes: Partial<SealedObject> & { stored?: Buffer } = {},
) {
  const bytes = changes.stored ?? stored;
  const asked: [number, number][] = [];
  const object: SealedObject = {
    ...identity,
    segments: result.segments,
    plainBytes: result.plainBytes,
    readRange: (from, to) => (asked.push([from, to]), inChunks(bytes.subarray(from, to), 10_000)),
    ...changes,
  };
  return { object, asked, read: (from = 0, to = object.plainBytes) => collect(openRange(object, from, to)) };
}

/** Lengths around every border of the format. */
export const knownLengths = [0, 1, 65_535, 65_536, 65_537, 2 * 65_536, 1024 * 1024 + 3];

export const propertySettings = { seed: 20_261_124, numRuns: 200 };
