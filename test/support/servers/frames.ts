import { type Readable } from 'node:stream';

/** Takes as many bytes as it is asked for from a stream. */
export class Bytes {
  private held: Buffer = Buffer.alloc(0);
  private readonly parts: AsyncIterator<Buffer>;

  constructor(stream: Readable) {
    this.parts = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** @returns fewer where the stream ended before */
  async take(count: number): Promise<Buffer> {
    const parts: Buffer[] = [this.held];
    let there = this.held.length;
    while (there < count) {
      const { value, done } = await this.parts.next();
      if (done) break;
      parts.push(value);
      there += value.length;
    }
    const all = parts.length === 1 ? this.held : Buffer.concat(parts, there);
    this.held = all.subarray(count);
    return all.subarray(0, count);
  }

  /** What a u32le length stands before; null at the end of the stream. */
  async framed(): Promise<Buffer | null> {
    const length = await this.take(4);
    return length.length < 4 ? null : this.take(length.readUInt32LE());
  }

  async *rest(): AsyncGenerator<Buffer> {
    for (let part = await this.take(65_536); part.length > 0; part = await this.take(65_536)) yield part;
  }
}
