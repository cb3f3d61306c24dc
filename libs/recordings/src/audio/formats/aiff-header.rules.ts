import { type SoundCodec } from './coding.rules.js';
import { type HeaderReading } from './headed-counter.js';
import { shapeProblem, type SoundProblem } from './sound-counter.js';

/** Text and pictures may come before the samples. */
const MAX_HEADER_BYTES = 256 * 1024;
/** What sox promises when it cannot go back and say how much there was: 0x7f000000 and a header. */
const OPEN_LENGTH = 0x7f000000;
/** Of `SSND`, before its samples: where they begin, and in what blocks. */
const SSND_HEADER = 8;

/** By bits of a sample, where they are not compressed. */
const PLAIN: Readonly<Record<number, SoundCodec>> = { 8: 'aiff_s8', 16: 'aiff_s16', 24: 'aiff_s24', 32: 'aiff_s32' };
/** AIFF-C says how its samples are coded, with bytes of a sample. */
const COMPRESSED: Readonly<Record<string, { codec: SoundCodec; bytes: number }>> = {
  sowt: { codec: 'aiff_s16le', bytes: 2 },
  in24: { codec: 'aiff_s24', bytes: 3 },
  in32: { codec: 'aiff_s32', bytes: 4 },
  fl32: { codec: 'aiff_f32', bytes: 4 },
  FL32: { codec: 'aiff_f32', bytes: 4 },
  ulaw: { codec: 'aiff_mulaw', bytes: 1 },
  ULAW: { codec: 'aiff_mulaw', bytes: 1 },
  alaw: { codec: 'aiff_alaw', bytes: 1 },
  ALAW: { codec: 'aiff_alaw', bytes: 1 },
};

interface Common {
  codec: SoundCodec;
  channels: 1 | 2;
  sampleRate: number;
  blockBytes: number;
}

/**
 * Reads the beginning of an AIFF or AIFF-C file: `COMM` says what the samples are, and has to come before `SSND`, which holds them, for a file
 * is read once from its beginning. Sizes are promises by a stranger: none is believed beyond the bytes at hand.
 */
export function readAiffHeader(start: Buffer, ended: boolean): HeaderReading {
  const refuse = (problem: SoundProblem): HeaderReading => ({ state: 'refused', problem });
  const more = (): HeaderReading => {
    if (ended) return refuse({ code: 'header_cut_short' });
    if (start.length >= MAX_HEADER_BYTES) return refuse({ code: 'header_too_long', limitBytes: MAX_HEADER_BYTES });
    return { state: 'need_more' };
  };
  const compressed = start.toString('latin1', 8, 12) === 'AIFC';
  let common: Common | undefined;
  for (let at = 12; at + 8 <= start.length;) {
    const id = start.toString('latin1', at, at + 4);
    const size = start.readUInt32BE(at + 4);
    const body = at + 8;
    if (id === 'SSND') {
      if (!common) return refuse({ code: 'no_format_before_data' });
      if (start.length < body + SSND_HEADER) return more();
      return samplesOf(common, start.readUInt32BE(body), size, body + SSND_HEADER);
    }
    // Chunks are padded to an even length.
    const next = body + size + (size % 2);
    if (next > MAX_HEADER_BYTES) return refuse({ code: 'header_too_long', limitBytes: MAX_HEADER_BYTES });
    if (next > start.length) return more();
    if (id === 'COMM') {
      const read = readCommon(start.subarray(body, body + size), compressed);
      if ('code' in read) return refuse(read);
      common = read;
    }
    at = next;
  }
  return more();
}

function samplesOf(common: Common, offset: number, size: number, dataOffset: number): HeaderReading {
  // A writer that could not go back and say how much there is has written nothing that ends.
  if (offset !== 0 || size < SSND_HEADER) return { state: 'refused', problem: { code: 'inconsistent_format' } };
  const declaredDataBytes = size >= OPEN_LENGTH ? null : size - SSND_HEADER;
  return { state: 'read', format: { ...common, blockSamples: 1, dataOffset, declaredDataBytes } };
}

function readCommon(chunk: Buffer, compressed: boolean): Common | SoundProblem {
  if (chunk.length < (compressed ? 22 : 18)) return { code: 'inconsistent_format' };
  const channels = chunk.readUInt16BE(0);
  const bits = chunk.readUInt16BE(6);
  const sampleRate = extended(chunk.subarray(8, 18));
  const type = compressed ? chunk.toString('latin1', 18, 22) : 'NONE';
  const plain = type === 'NONE' || type === 'twos';
  // A size between is padded to whole bytes.
  const whole = Math.ceil(bits / 8) * 8;
  const coding = plain ? { codec: PLAIN[whole], bytes: whole / 8 } : COMPRESSED[type];
  if (!coding?.codec) return { code: 'unsupported_codec', name: `AIFF ${plain ? bits : type.trim()}` };
  const problem = shapeProblem(channels, sampleRate);
  if (problem) return problem;
  return { codec: coding.codec, channels: channels as 1 | 2, sampleRate, blockBytes: channels * coding.bytes };
}

/** An 80-bit number of IEEE 754, as Apple's first machines had them; a rate is a whole number of Hz. */
function extended(bytes: Buffer): number {
  const exponent = bytes.readUInt16BE(0) - 16_383;
  if (exponent < 0 || exponent > 31) return 0;
  return Math.round(bytes.readUInt32BE(2) / 2 ** (31 - exponent));
}
