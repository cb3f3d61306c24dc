export interface FlacFrame {
  /** Of this frame, or of its first sample when frames differ in size. */
  number: number;
  fixed: boolean;
  /** Of one channel. */
  samples: number;
}

/** Sync, four fields, a number of at most seven bytes, block size, rate, checksum. */
export const MOST_HEADER_BYTES = 16;

/** The frame header at `at` (RFC 9639 §9.1), if there is one: reserved values and a wrong checksum mean that there is none. */
export function flacFrameAt(bytes: Buffer, at: number): FlacFrame | undefined {
  const [sync = 0, second = 0, sizes = 0, shape = 0] = bytes.subarray(at, at + 4);
  if (sync !== 0xff || (second & 0xfe) !== 0xf8) return undefined;
  const sizeCode = sizes >> 4;
  const rateCode = sizes & 15;
  if (sizeCode === 0 || rateCode === 15 || shape >> 4 > 10 || (shape & 1) === 1) return undefined;
  const number = codedNumber(bytes, at + 4);
  if (!number) return undefined;
  const sizeAt = at + 4 + number.bytes;
  const sizeBytes = sizeCode === 6 ? 1 : sizeCode === 7 ? 2 : 0;
  const checkAt = sizeAt + sizeBytes + (rateCode < 12 ? 0 : rateCode === 12 ? 1 : 2);
  if (checkAt >= bytes.length || crc8(bytes, at, checkAt) !== bytes[checkAt]) return undefined;
  const fixed = (second & 1) === 0;
  return {
    number: number.value,
    fixed,
    samples: sizeBytes > 0 ? bytes.readUIntBE(sizeAt, sizeBytes) + 1 : blockSize(sizeCode),
  };
}

function blockSize(code: number): number {
  if (code === 1) return 192;
  return code < 6 ? 576 << (code - 2) : 256 << (code - 8);
}

/** As UTF-8 codes characters, but up to 36 bits in seven bytes. */
function codedNumber(bytes: Buffer, at: number): { value: number; bytes: number } | undefined {
  const first = bytes[at] as number;
  if (first < 0x80) return { value: first, bytes: 1 };
  const length = Math.clz32(~(first << 24));
  if (length < 2 || length > 7) return undefined;
  let value = first & (0x7f >> length);
  for (const byte of bytes.subarray(at + 1, at + length)) {
    if ((byte & 0xc0) !== 0x80) return undefined;
    value = value * 64 + (byte & 63);
  }
  return { value, bytes: length };
}

const CRC8 = Uint8Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 0x80 ? ((value << 1) ^ 0x07) & 0xff : value << 1;
  return value;
});

function crc8(bytes: Buffer, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = CRC8[value ^ (bytes[at] as number)] as number;
  return value;
}
