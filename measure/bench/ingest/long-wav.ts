import { WAVE_HEADER_BYTES, waveHeader } from '#platform/rules';
import { seededRandom } from '../seeded-random.rules.js';

const SAMPLE_RATE = 16_000;
const CHANNELS = 2;
const FRAME_BYTES = CHANNELS * 2;
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
  const dataBytes = bytes - WAVE_HEADER_BYTES - ((bytes - WAVE_HEADER_BYTES) % FRAME_BYTES);
  const block = noise(BLOCK_BYTES);
  return {
    bytes: WAVE_HEADER_BYTES + dataBytes,
    durationMs: Math.round((dataBytes / FRAME_BYTES / SAMPLE_RATE) * 1000),
    *chunks() {
      yield waveHeader({ channels: CHANNELS, sampleRate: SAMPLE_RATE, dataBytes });
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
