import { seededRandom } from '../seeded-random.rules.js';

const SAMPLE_RATE = 16_000;
const CHANNELS = 2;
const FRAME_BYTES = CHANNELS * 2;
const HEADER_BYTES = 44;
const BLOCK_BYTES = 1024 * 1024;
const SEED = 20_260_601;

/** A recording of any length that is never whole anywhere: a header and one block of noise, again and again. */
export interface LongWav {
  readonly bytes: number;
  readonly durationMs: number;
  chunks(): Generator<Buffer>;
}

/** 16-bit PCM, two channels, 16 kHz; `bytes` counts the header in and is rounded down to whole frames. */
export function longWav(bytes: number): LongWav {
  const dataBytes = bytes - HEADER_BYTES - ((bytes - HEADER_BYTES) % FRAME_BYTES);
  const block = noise(BLOCK_BYTES);
  return {
    bytes: HEADER_BYTES + dataBytes,
    durationMs: Math.round((dataBytes / FRAME_BYTES / SAMPLE_RATE) * 1000),
    *chunks() {
      yield header(dataBytes);
      for (let left = dataBytes; left > 0; left -= block.length)
        yield left < block.length ? block.subarray(0, left) : block;
    },
  };
}

/** Noise, because it holds every byte value at every place: so that neither a scanner for boundaries nor a compressing disk has it easy. */
function noise(bytes: number): Buffer {
  const random = seededRandom(SEED);
  const block = Buffer.alloc(bytes);
  for (let at = 0; at < bytes; at += 2) block.writeInt16LE(Math.round((random() - 0.5) * 20_000), at);
  return block;
}

function header(dataBytes: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(CHANNELS, 22);
  bytes.writeUInt32LE(SAMPLE_RATE, 24);
  bytes.writeUInt32LE(SAMPLE_RATE * FRAME_BYTES, 28);
  bytes.writeUInt16LE(FRAME_BYTES, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(dataBytes, 40);
  return bytes;
}
