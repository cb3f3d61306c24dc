import { type SoundProblem } from './sound-counter.js';

/** One page of an Ogg stream (RFC 3533 §6). */
export interface OggPage {
  /** Length with its header. */
  bytes: number;
  begins: boolean;
  ends: boolean;
  /** True when the first packet on it began on the page before. */
  continues: boolean;
  /** Granule position; −1 when no packet ends here. */
  clock: number;
  serial: number;
  segments: Buffer;
  body: Buffer;
}

const HEADER_BYTES = 27;

/** The page that begins at `at`, with all its bytes. */
export function oggPageAt(bytes: Buffer, at: number): OggPage | 'none' | 'need_more' {
  if (bytes.length - at < HEADER_BYTES) return 'need_more';
  if (bytes.toString('latin1', at, at + 4) !== 'OggS' || bytes[at + 4] !== 0) return 'none';
  const bodyAt = at + HEADER_BYTES + (bytes[at + 26] as number);
  if (bytes.length < bodyAt) return 'need_more';
  const segments = bytes.subarray(at + HEADER_BYTES, bodyAt);
  const end = bodyAt + segments.reduce((sum, length) => sum + length, 0);
  if (bytes.length < end) return 'need_more';
  const flags = bytes[at + 5] as number;
  return {
    bytes: end - at,
    continues: (flags & 1) !== 0,
    begins: (flags & 2) !== 0,
    ends: (flags & 4) !== 0,
    clock: Number(bytes.readBigInt64LE(at + 6)),
    serial: bytes.readUInt32LE(at + 14),
    segments,
    body: bytes.subarray(bodyAt, end),
  };
}

/** The packets that begin on a page, as far as they are on it. */
export function* packetsBeginningOn({ segments, body, continues }: OggPage): Generator<Buffer> {
  let from = 0;
  let to = 0;
  let inside = continues;
  for (const length of segments) {
    to += length;
    // A segment of 255 bytes goes on in the next.
    if (length === 255) continue;
    if (!inside) yield body.subarray(from, to);
    inside = false;
    from = to;
  }
  if (to > from && !inside) yield body.subarray(from, to);
}

export interface OggBeginning {
  codec: 'opus' | 'vorbis';
  channels: number;
  sampleRate: number;
  /** Opus: samples at 48 kHz that are not played. */
  preSkip: number;
  /** Vorbis: samples of its longer blocks. */
  longestBlock: number;
}

const NAMED: readonly [string, SoundProblem][] = [
  ['\x80theora', { code: 'moving_pictures' }],
  ['BBCD', { code: 'moving_pictures' }],
  ['\x7fFLAC', { code: 'unsupported_codec', name: 'FLAC in Ogg' }],
  ['Speex   ', { code: 'unsupported_codec', name: 'Speex' }],
  ['fishead', { code: 'several_streams' }],
];

/** The identification header: of Opus (RFC 7845 §5.1), of Vorbis (Vorbis I §4.2.2), or whose else it is. */
export function readOggBeginning(body: Buffer): OggBeginning | SoundProblem {
  const text = body.toString('latin1', 0, 8);
  if (text === 'OpusHead' && body.length >= 19) {
    const recordedAt = body.readUInt32LE(12);
    // The rate that it was recorded at, if it says; Opus always plays at 48 kHz.
    const sampleRate = recordedAt >= 8_000 && recordedAt <= 48_000 ? recordedAt : 48_000;
    return { codec: 'opus', channels: body[9] as number, sampleRate, preSkip: body.readUInt16LE(10), longestBlock: 0 };
  }
  if (text.startsWith('\x01vorbis') && body.length >= 30) {
    const longestBlock = 2 ** ((body[28] as number) >> 4);
    const sampleRate = body.readUInt32LE(12);
    return { codec: 'vorbis', channels: body[11] as number, sampleRate, preSkip: 0, longestBlock };
  }
  return NAMED.find(([begins]) => text.startsWith(begins))?.[1] ?? { code: 'unsupported_codec', name: 'Ogg' };
}
