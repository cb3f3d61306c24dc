import {
  decodePackets,
  LONGEST_BATCH_BYTES,
  PACKET_BYTES,
  withoutPayload,
  writePacket,
  type SpooledPacket,
} from '../spool/packet-batch.rules.js';

const FEW_BYTES = 16 * 1024;
/** When a packet came, and from when to when what it says was sent. */
const TIMES = 3;

/**
 * Packets waiting to be written, in one buffer in order of arrival, so that no object lives as long as a packet waits: at fifty thousand packets a
 * second the garbage collector would have to scan each.
 */
export class DelayedPackets {
  #bytes = Buffer.allocUnsafeSlow(FEW_BYTES);
  /** Where each begins, and behind the last. */
  #at = new Uint32Array(FEW_BYTES / PACKET_BYTES);
  #times = new Float64Array(this.#at.length * TIMES);
  #count = 0;

  push(packet: SpooledPacket, fromMs: number, toMs: number): void {
    const [at, n] = [this.#end, this.#count];
    this.#makeRoom(at + PACKET_BYTES + packet.payload.length);
    this.#times[n * TIMES] = packet.arrivedMs;
    this.#times[n * TIMES + 1] = fromMs;
    this.#times[n * TIMES + 2] = toMs;
    this.#at[n + 1] = writePacket(this.#bytes, at, packet);
    this.#count = n + 1;
  }

  /** Takes the sound out of what was sent in a span. @returns the stream of each packet that had some */
  mask({ fromMs, toMs }: { fromMs: number; toMs: number }): number[] {
    const streams: number[] = [];
    let to = 0;
    for (let n = 0; n < this.#count; n++) {
      const one = this.#bytes.subarray(this.#at[n], this.#at[n + 1]);
      const sent = (this.#times[n * TIMES + 1] as number) < toMs && (this.#times[n * TIMES + 2] as number) > fromMs;
      const left = sent && one.length > PACKET_BYTES ? withoutPayload(one) : one;
      if (left !== one) streams.push(left[0] as number);
      this.#bytes.set(left, to);
      this.#at[n] = to;
      to += left.length;
    }
    this.#bytes.fill(0, to, this.#end);
    this.#at[this.#count] = to;
    return streams;
  }

  /**
   * Hands on, and lets go of, what came until a time, in pieces of at most `LONGEST_BATCH_BYTES`.
   * @param keep must not hold on to the bytes. false: it has no room
   * @returns the packets that were not kept
   */
  release(untilMs: number, keep: (encoded: Buffer) => boolean): SpooledPacket[] {
    let ready = 0;
    while (ready < this.#count && (this.#times[ready * TIMES] as number) <= untilMs) ready++;
    const unkept: SpooledPacket[] = [];
    try {
      for (let from = 0, to = 0; from < ready; from = to) {
        const most = (this.#at[from] as number) + LONGEST_BATCH_BYTES;
        for (to = from + 1; to < ready && (this.#at[to + 1] as number) <= most; to++);
        const piece = this.#bytes.subarray(this.#at[from], this.#at[to]);
        if (!keep(piece)) unkept.push(...decodePackets(piece));
      }
      return unkept;
    } finally {
      this.#drop(ready);
    }
  }

  clear(): void {
    this.#bytes.fill(0);
    this.#drop(this.#count);
  }

  get #end(): number {
    return this.#at[this.#count] as number;
  }

  #drop(first: number): void {
    const from = this.#at[first] as number;
    this.#bytes.copyWithin(0, from, this.#end);
    this.#times.copyWithin(0, first * TIMES, this.#count * TIMES);
    this.#count -= first;
    for (let n = 0; n <= this.#count; n++) this.#at[n] = (this.#at[first + n] as number) - from;
    // What a stall made large is not kept for the rest of the call.
    if (this.#count === 0 && this.#bytes.length > 4 * FEW_BYTES) this.#replace(Buffer.allocUnsafeSlow(FEW_BYTES));
  }

  /** No sound stays behind in memory that is let go of. */
  #replace(bytes: Buffer<ArrayBuffer>): void {
    this.#bytes.fill(0);
    this.#bytes = bytes;
  }

  #makeRoom(end: number): void {
    if (end > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(end, 2 * this.#bytes.length));
      this.#bytes.copy(larger, 0, 0, this.#end);
      this.#replace(larger);
    }
    if (this.#count + 1 < this.#at.length) return;
    const [at, times] = [this.#at, this.#times];
    this.#at = new Uint32Array(2 * at.length);
    this.#times = new Float64Array(2 * times.length);
    this.#at.set(at);
    this.#times.set(times);
  }
}
