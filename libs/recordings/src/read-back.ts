import { createHash, type Hash } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import { type Verification } from './vault-object.js';

/** An object on its way back out of the store. */
export interface ReadBack {
  /** Its plaintext, for one reader. A reader may stop early: the rest is read and hashed all the same. */
  bytes: Readable;
  /** Ends once the whole object has been read. @throws when anything of it is not what was sealed, or `signal` stopped it */
  verified: Promise<Verification>;
}

/** Reads an object once for two purposes: to see that it is what was sealed, and for the reader of `bytes`. */
export function readBack(open: (sealed: Hash) => AsyncIterable<Buffer>, signal?: AbortSignal): ReadBack {
  const bytes = new PassThrough();
  // The reader learns that the source broke; `verified` says why.
  bytes.on('error', () => undefined);
  return { bytes, verified: pass(open, bytes, signal) };
}

async function pass(
  open: (sealed: Hash) => AsyncIterable<Buffer>,
  bytes: PassThrough,
  signal?: AbortSignal,
): Promise<Verification> {
  const [plain, sealed] = [createHash('sha256'), createHash('sha256')];
  try {
    for await (const part of open(sealed)) {
      plain.update(part);
      if (!bytes.destroyed && !bytes.write(part)) await room(bytes, signal);
      if (signal?.aborted) throw new Error('stopped while an object was read back');
    }
  } catch (error) {
    bytes.destroy(error as Error);
    throw error;
  }
  bytes.end();
  return { sha256: plain.digest('hex'), sealedSha256: sealed.digest('hex') };
}

/** Until the reader wants more, or wants no more, or `signal` stops it. */
function room(bytes: PassThrough, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      bytes.off('drain', go).off('close', go);
      signal?.removeEventListener('abort', go);
      resolve();
    };
    bytes.once('drain', go).once('close', go);
    signal?.addEventListener('abort', go);
    if (signal?.aborted) go();
  });
}
