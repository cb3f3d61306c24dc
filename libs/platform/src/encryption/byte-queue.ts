/** Above this many slices one copy is cheaper than as many cipher calls: live capture delivers 160 bytes at a time. */
const MANY_SLICES = 16;

/** First-in, first-out bytes over the caller's own buffers: slices are handed on without a copy unless they are many. */
export class ByteQueue {
  #chunks: Buffer[] = [];
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  push(chunk: Buffer): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
  }

  /** Takes exactly `count` bytes off the front; the caller checks that there are as many. */
  take(count: number): Buffer[] {
    const taken: Buffer[] = [];
    let used = 0;
    for (let missing = count; missing > 0;) {
      const chunk = this.#chunks[used];
      if (chunk === undefined) throw new RangeError(`asked for ${count} bytes, only ${this.#bytes} are queued`);
      if (chunk.length > missing) {
        taken.push(chunk.subarray(0, missing));
        this.#chunks[used] = chunk.subarray(missing);
        missing = 0;
      } else {
        taken.push(chunk);
        missing -= chunk.length;
        used += 1;
      }
    }
    this.#chunks.splice(0, used);
    this.#bytes -= count;
    return taken.length > MANY_SLICES ? [Buffer.concat(taken, count)] : taken;
  }

  /** Takes `count` bytes as one buffer. */
  takeJoined(count: number): Buffer {
    const parts = this.take(count);
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  }
}
