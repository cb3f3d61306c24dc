/**
 * Sealing: plaintext in, sealed object out, in one pass and constant memory.
 *
 * A segment is encrypted only once it is known whether another follows, since its last flag is authenticated; so at most
 * one segment and one chunk of the source are held. The plaintext is hashed on the way; the sealed bytes are hashed when they are
 * read back, which has to be done anyway and takes nothing from the upload.
 */
import { createHash, type Hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ByteQueue } from './byte-queue.js';
import { HEADER, SEGMENT_BYTES } from './sealed-format.rules.js';
import { SegmentCipher, type SealedIdentity } from './segment-cipher.js';

/** At some 500 MB/s this much encryption and hashing takes about 2 ms. */
const BYTES_PER_TURN = 1024 * 1024;

/**
 * Keeps byte work from holding the event loop: a source that always has its next chunk ready would otherwise run from
 * microtask to microtask and starve timers, sockets and every other call.
 */
export class LoopShare {
  #bytes = 0;

  /** Counts work done; waits for a turn of the event loop once there has been enough of it. */
  async spend(bytes: number): Promise<void> {
    this.#bytes += bytes;
    if (this.#bytes < BYTES_PER_TURN) return;
    this.#bytes = 0;
    await nextTurn();
  }
}

/** What the database row keeps about a sealed object. */
export interface SealResult {
  readonly plainBytes: number;
  /** SHA-256 of the plaintext, hex. */
  readonly sha256: string;
  readonly segments: number;
  readonly sealedBytes: number;
}

export interface SealedStream extends AsyncIterable<Buffer> {
  /** What was sealed. Throws until the stream has been read to its end. */
  result(): SealResult;
}

/**
 * Keys that have sealed something. Nonces count from zero, so sealing twice under one key would reveal both plaintexts;
 * a retry that forgot to take a fresh key is stopped here.
 */
const spentKeys = new WeakSet<Buffer>();

/**
 * Seals `source` as it is read. The source hands its buffers over: it must not write to them again. An error of the
 * source ends the stream with that error, and nothing of it may be kept.
 */
export function sealStream(source: AsyncIterable<Buffer>, identity: SealedIdentity): SealedStream {
  if (spentKeys.has(identity.objectKey))
    throw new Error('an object key seals one write attempt only; take a fresh one');
  spentKeys.add(identity.objectKey);
  const sealing = new Sealing(new SegmentCipher(identity));
  const sealed = sealing.seal(source);
  return { [Symbol.asyncIterator]: () => sealed, result: () => sealing.result() };
}

class Sealing {
  readonly #queue = new ByteQueue();
  readonly #loop = new LoopShare();
  readonly #plainHash: Hash = createHash('sha256');
  #plainBytes = 0;
  #sealedBytes = 0;
  #segments = 0;
  #result: SealResult | undefined;

  constructor(private readonly cipher: SegmentCipher) {}

  async *seal(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
    yield this.#out(Buffer.from(HEADER));
    for await (const chunk of source) {
      this.#queue.push(chunk);
      while (this.#queue.bytes > SEGMENT_BYTES) {
        yield* this.#segment(SEGMENT_BYTES, false);
        await this.#loop.spend(SEGMENT_BYTES);
      }
    }
    yield* this.#segment(this.#queue.bytes, true);
    this.#result = {
      plainBytes: this.#plainBytes,
      sha256: this.#plainHash.digest('hex'),
      segments: this.#segments,
      sealedBytes: this.#sealedBytes,
    };
  }

  result(): SealResult {
    if (this.#result === undefined) throw new Error('the sealed stream has not been read to its end');
    return this.#result;
  }

  *#segment(plainBytes: number, last: boolean): Generator<Buffer, void, undefined> {
    const cipher = this.cipher.encipher(this.#segments, last);
    for (const slice of this.#queue.take(plainBytes)) {
      this.#plainHash.update(slice);
      yield this.#out(cipher.update(slice));
    }
    cipher.final();
    yield this.#out(cipher.getAuthTag());
    this.#segments += 1;
    this.#plainBytes += plainBytes;
  }

  #out(bytes: Buffer): Buffer {
    this.#sealedBytes += bytes.length;
    return bytes;
  }
}
