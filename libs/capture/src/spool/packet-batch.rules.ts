/** A packet as the spool keeps it. */
export interface SpooledPacket {
  /** Index of its `m=` line. */
  readonly stream: number;
  /** Which plan of its session was in force: it says what the payload type means. */
  readonly plan: number;
  readonly payloadType: number;
  readonly sequence: number;
  readonly timestamp: number;
  readonly ssrc: number;
  /** Milliseconds since the session began, to a tenth. */
  readonly arrivedMs: number;
  /** The first after sound was not taken. */
  readonly afterPause: boolean;
  /** Empty of a packet that may not be heard: only that it was sent is kept. */
  readonly payload: Buffer;
}

export const PACKET_BYTES = 21;

/** A frame of the spool is opened whole, so it is to stay small however much came at once. */
export const LONGEST_BATCH_BYTES = 1024 * 1024;

/** Writes a packet there. @returns where it ends */
export function writePacket(bytes: Buffer, at: number, one: SpooledPacket): number {
  bytes.writeUInt8(one.stream & 255, at);
  bytes.writeUInt8((one.payloadType & 0x7f) | (one.afterPause ? 0x80 : 0), at + 1);
  bytes.writeUInt16BE(one.plan & 0xffff, at + 2);
  bytes.writeUInt16BE(one.sequence, at + 4);
  bytes.writeUInt32BE(one.timestamp, at + 6);
  bytes.writeUInt32BE(one.ssrc, at + 10);
  bytes.writeUInt32BE(Math.max(0, Math.round(one.arrivedMs * 10)) % 2 ** 32, at + 14);
  bytes.writeUInt16BE(one.payload.length, at + 18);
  bytes.writeUInt8(0, at + 20);
  bytes.set(one.payload, at + PACKET_BYTES);
  return at + PACKET_BYTES + one.payload.length;
}

/** A packet that was written, as one that may not be heard. */
export function withoutPayload(written: Buffer): Buffer {
  written.writeUInt16BE(0, 18);
  return written.subarray(0, PACKET_BYTES);
}

export function encodePackets(packets: readonly SpooledPacket[]): Buffer {
  const bytes = Buffer.allocUnsafe(packets.reduce((sum, { payload }) => sum + PACKET_BYTES + payload.length, 0));
  packets.reduce((at, one) => writePacket(bytes, at, one), 0);
  return bytes;
}

/** @throws RangeError for what no `encodePackets` wrote */
export function decodePackets(bytes: Buffer): SpooledPacket[] {
  const packets: SpooledPacket[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes.readUInt16BE(at + 18);
    const payload = bytes.subarray(at + PACKET_BYTES, at + PACKET_BYTES + length);
    if (payload.length !== length) throw new RangeError('a packet of the spool is cut');
    const [stream, second] = [bytes.readUInt8(at), bytes.readUInt8(at + 1)];
    packets.push({
      ...{ stream, payloadType: second & 0x7f, afterPause: (second & 0x80) !== 0, plan: bytes.readUInt16BE(at + 2) },
      ...{ sequence: bytes.readUInt16BE(at + 4), timestamp: bytes.readUInt32BE(at + 6) },
      ...{ ssrc: bytes.readUInt32BE(at + 10), arrivedMs: bytes.readUInt32BE(at + 14) / 10, payload },
    });
    at += PACKET_BYTES + length;
  }
  return packets;
}
