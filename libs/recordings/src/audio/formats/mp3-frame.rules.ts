/** What the four bytes at the beginning of an MPEG audio layer III frame say (ISO 11172-3 §2.4.1.3, 13818-3). */
export interface Mp3Frame {
  /** Length of the whole frame. */
  bytes: number;
  /** Of one channel. */
  samples: 576 | 1152;
  channels: 1 | 2;
  sampleRate: number;
  /** Version, layer and rate, which stay the same throughout a file: what looks like a frame of another kind is none. */
  kind: number;
  /** Bytes of side information after the header. */
  sideBytes: number;
}

const RATES = { 3: [44_100, 48_000, 32_000], 2: [22_050, 24_000, 16_000], 0: [11_025, 12_000, 8_000] } as const;
const KBITS_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320] as const;
const KBITS_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160] as const;

export function mp3FrameAt(bytes: Buffer, at: number): Mp3Frame | undefined {
  if (bytes.length - at < 4 || bytes[at] !== 0xff) return undefined;
  const [, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
  const version = (second >> 3) & 3;
  const isLayer3 = (second & 0xe6) === 0xe2;
  if (!isLayer3 || version === 1) return undefined;
  const first = version === 3;
  const sampleRate = RATES[version as 0 | 2 | 3][(third >> 2) & 3];
  const kbits = (first ? KBITS_1 : KBITS_2)[third >> 4];
  if (!sampleRate || !kbits) return undefined;
  const channels = fourth >> 6 === 3 ? 1 : 2;
  return {
    bytes: Math.floor(((first ? 144 : 72) * kbits * 1_000) / sampleRate) + ((third >> 1) & 1),
    samples: first ? 1152 : 576,
    channels,
    sampleRate,
    kind: ((second & 0x1e) << 8) | (third & 0x0c),
    sideBytes: first ? (channels === 1 ? 17 : 32) : channels === 1 ? 9 : 17,
  };
}

/** Length of an ID3v2 tag (id3.org, ID3v2.4 §3.1) that begins at `at`, or 0. */
export function id3Bytes(bytes: Buffer, at: number): number {
  if (bytes.length - at < 10 || bytes.toString('latin1', at, at + 3) !== 'ID3') return 0;
  const size = bytes.subarray(at + 6, at + 10);
  if (size.some((byte) => byte > 0x7f)) return 0;
  const footer = ((bytes[at + 5] ?? 0) & 0x10) === 0 ? 0 : 10;
  return 10 + size.reduce((sum, byte) => sum * 128 + byte, 0) + footer;
}
