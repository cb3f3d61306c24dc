import { SAMPLE_RATES, type SoundCodec, type SoundFormat } from './coding.rules.js';

/** How the samples of a WAVE file are coded. */
export type WavCodec = Extract<SoundCodec, `pcm_${string}` | 'gsm_ms'>;

export interface WavFormat extends SoundFormat {
  codec: WavCodec;
  /** Bytes of the smallest piece that can be decoded: one sample of every channel, or a whole block of GSM. */
  blockBytes: number;
  /** Samples of each channel in it. */
  blockSamples: number;
  /** Where the samples start in the file. */
  dataOffset: number;
  /** Bytes of samples that the header promises; null where a streaming writer left it open (0 or 0xFFFFFFFF). */
  declaredDataBytes: number | null;
}

export type WavHeaderProblem =
  | { code: 'not_wav' }
  | { code: 'header_cut_short' }
  | { code: 'header_too_long'; limitBytes: number }
  | { code: 'no_format_before_data' }
  | { code: 'inconsistent_format' }
  | { code: 'unsupported_coding'; formatTag: number; bitsPerSample: number }
  | { code: 'unsupported_channels'; channels: number }
  | { code: 'unsupported_sample_rate'; sampleRate: number };

export type WavHeaderReading =
  | { state: 'read'; format: WavFormat }
  | { state: 'need_more' }
  | { state: 'refused'; problem: WavHeaderProblem };

/** Text and picture chunks may come before the samples; a header longer than this is an attack or an accident. */
export const MAX_WAV_HEADER_BYTES = 256 * 1024;

const EXTENSIBLE = 0xfffe;
const OPEN_LENGTH = 0xffffffff;
const CODECS: Readonly<Record<string, WavCodec>> = {
  '1/8': 'pcm_u8',
  '1/16': 'pcm_s16le',
  '1/24': 'pcm_s24le',
  '1/32': 'pcm_s32le',
  '3/32': 'pcm_f32le',
  '6/8': 'pcm_alaw',
  '7/8': 'pcm_mulaw',
  '49/0': 'gsm_ms',
};
/** Microsoft's GSM 6.10: two frames of 160 samples in 65 bytes. */
const GSM_BLOCK = { bytes: 65, samples: 320 } as const;
/** The tail of the KSDATAFORMAT_SUBTYPE GUIDs, whose first two bytes are the plain format tag. */
const SUBTYPE_TAIL = Buffer.from('000000001000800000aa00389b71', 'hex');

/**
 * Reads the beginning of a RIFF/WAVE file (Microsoft "Multiple Channel Audio Data and WAVE Files"). Give it ever more of the beginning
 * until it no longer needs more; `ended` says that there is no more. Sizes in the file are promises by a stranger: none is believed
 * beyond the bytes at hand.
 */
export function readWavHeader(start: Buffer, ended: boolean): WavHeaderReading {
  const more = (): WavHeaderReading => {
    if (ended) return refuse({ code: 'header_cut_short' });
    if (start.length >= MAX_WAV_HEADER_BYTES)
      return refuse({ code: 'header_too_long', limitBytes: MAX_WAV_HEADER_BYTES });
    return { state: 'need_more' };
  };
  if (!looksLikeWav(start)) return start.length < 12 && mayBecomeWav(start) ? more() : refuse({ code: 'not_wav' });
  let format: Omit<WavFormat, 'dataOffset' | 'declaredDataBytes'> | undefined;
  let at = 12;
  while (at + 8 <= start.length) {
    const id = start.toString('latin1', at, at + 4);
    const size = start.readUInt32LE(at + 4);
    const body = at + 8;
    if (id === 'data') {
      if (!format) return refuse({ code: 'no_format_before_data' });
      const declaredDataBytes = size === 0 || size === OPEN_LENGTH ? null : size;
      return { state: 'read', format: { ...format, dataOffset: body, declaredDataBytes } };
    }
    // Chunks are padded to an even length.
    const next = body + size + (size % 2);
    if (next > MAX_WAV_HEADER_BYTES) return refuse({ code: 'header_too_long', limitBytes: MAX_WAV_HEADER_BYTES });
    if (next > start.length) return more();
    if (id === 'fmt ') {
      const read = readFormatChunk(start.subarray(body, body + size));
      if ('code' in read) return refuse(read);
      format = read;
    }
    at = next;
  }
  return more();
}

function readFormatChunk(chunk: Buffer): Omit<WavFormat, 'dataOffset' | 'declaredDataBytes'> | WavHeaderProblem {
  if (chunk.length < 16) return { code: 'inconsistent_format' };
  const channels = chunk.readUInt16LE(2);
  const sampleRate = chunk.readUInt32LE(4);
  const blockAlign = chunk.readUInt16LE(12);
  const bitsPerSample = chunk.readUInt16LE(14);
  const formatTag = plainFormatTag(chunk);
  const codec = CODECS[`${formatTag}/${bitsPerSample}`];
  if (!codec) return { code: 'unsupported_coding', formatTag, bitsPerSample };
  if (channels !== 1 && channels !== 2) return { code: 'unsupported_channels', channels };
  if (sampleRate < SAMPLE_RATES.min || sampleRate > SAMPLE_RATES.max)
    return { code: 'unsupported_sample_rate', sampleRate };
  const gsm = codec === 'gsm_ms';
  const blockBytes = gsm ? GSM_BLOCK.bytes : (channels * bitsPerSample) / 8;
  if (blockAlign !== blockBytes || (gsm && channels !== 1)) return { code: 'inconsistent_format' };
  return { codec, channels, sampleRate, blockBytes, blockSamples: gsm ? GSM_BLOCK.samples : 1 };
}

function plainFormatTag(chunk: Buffer): number {
  const tag = chunk.readUInt16LE(0);
  const extensible = tag === EXTENSIBLE && chunk.length >= 40 && chunk.subarray(26, 40).equals(SUBTYPE_TAIL);
  return extensible ? chunk.readUInt16LE(24) : tag;
}

function looksLikeWav(start: Buffer): boolean {
  return start.length >= 12 && start.toString('latin1', 0, 4) === 'RIFF' && start.toString('latin1', 8, 12) === 'WAVE';
}

function mayBecomeWav(start: Buffer): boolean {
  return 'RIFF'.startsWith(start.toString('latin1', 0, Math.min(4, start.length)));
}

function refuse(problem: WavHeaderProblem): WavHeaderReading {
  return { state: 'refused', problem };
}
