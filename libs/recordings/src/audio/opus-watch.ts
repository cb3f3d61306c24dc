import { Transform, type TransformCallback } from 'node:stream';
import { oggOpusLengthMs, oggOpusPreSkip } from './decoded-length.rules.js';

const HEAD_BYTES = 128;
/** Two of the longest Ogg pages: the start of the last one is surely among them. */
const TAIL_BYTES = 2 * 65_307;

/** Passes an Ogg Opus stream on unchanged and, at its end, knows how much sound went by. */
export class OpusWatch extends Transform {
  private head = Buffer.alloc(0);
  private tail = Buffer.alloc(0);

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    if (this.head.length < HEAD_BYTES)
      this.head = Buffer.concat([this.head, chunk.subarray(0, HEAD_BYTES - this.head.length)]);
    this.tail = Buffer.concat([this.tail, chunk]).subarray(-TAIL_BYTES);
    done(null, chunk);
  }

  /** Milliseconds of sound that passed; 0 when it was no Ogg Opus stream. */
  lengthMs(): number {
    const preSkip = oggOpusPreSkip(this.head);
    return preSkip === null ? 0 : (oggOpusLengthMs(this.tail, preSkip) ?? 0);
  }
}
