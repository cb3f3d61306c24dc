/** An RTP packet's header (RFC 3550 §5.1) and where its payload begins. */
export interface RtpHeader {
  readonly payloadType: number;
  readonly marker: boolean;
  readonly sequence: number;
  readonly timestamp: number;
  readonly ssrc: number;
  /** First byte behind the header, its contributors and its extension. */
  readonly payloadAt: number;
  readonly padded: boolean;
}

const FIXED = 12;
/** Second bytes 192–223 are RTCP's where both share a port (RFC 5761 §4). */
const isRtcp = (second: number): boolean => second >= 192 && second <= 223;

/** Reads a header of any origin. null: no RTP, or its lengths lie. */
export function readRtpHeader(bytes: Buffer): RtpHeader | null {
  if (bytes.length < FIXED) return null;
  const [first, second] = [bytes[0] as number, bytes[1] as number];
  if (first >> 6 !== 2 || isRtcp(second)) return null;
  const contributors = FIXED + (first & 15) * 4;
  const extended = (first & 0x10) !== 0;
  if (bytes.length < contributors + (extended ? 4 : 0)) return null;
  const payloadAt = extended ? contributors + 4 + bytes.readUInt16BE(contributors + 2) * 4 : contributors;
  if (bytes.length < payloadAt) return null;
  return {
    payloadType: second & 0x7f,
    marker: (second & 0x80) !== 0,
    sequence: bytes.readUInt16BE(2),
    timestamp: bytes.readUInt32BE(4),
    ssrc: bytes.readUInt32BE(8),
    payloadAt,
    padded: (first & 0x20) !== 0,
  };
}

/** The payload of a packet in clear, without its padding. null: the padding is longer than what it pads. */
export function payloadOf(bytes: Buffer, { payloadAt, padded }: RtpHeader): Buffer | null {
  if (!padded) return bytes.subarray(payloadAt);
  const padding = bytes[bytes.length - 1] ?? 0;
  if (padding === 0 || padding > bytes.length - payloadAt) return null;
  return bytes.subarray(payloadAt, bytes.length - padding);
}

/** A counter that wraps, told on: the value nearest to `before` that ends in these bits. */
export function unwrapped(value: number, before: number, bits: 16 | 32): number {
  const size = 2 ** bits;
  const next = Math.floor(before / size) * size + value;
  if (next - before > size / 2) return next - size;
  return before - next > size / 2 ? next + size : next;
}
