import { Readable } from 'node:stream';
import { KeyDestroyed, KeyDoubted, KeyMissing, SealedObjectDamaged } from '#platform';
import { apiRefusals } from '../../refusals.js';

/**
 * Opens the first piece before the answer begins: what cannot be opened is answered in words, not with a broken stream. What was opened is
 * closed with the stream, also for a client that went away before a byte of it was sent.
 */
export async function openedStream(bytes: AsyncGenerator<Buffer, void>): Promise<Readable> {
  const first = await bytes.next().catch((error: unknown) => {
    throw unwrapFailure(error);
  });
  const stream = Readable.from(joined(first, bytes), { objectMode: false });
  return stream.once('close', () => void bytes.return().catch(() => undefined));
}

async function* joined(
  first: IteratorResult<Buffer, void>,
  rest: AsyncGenerator<Buffer, void>,
): AsyncGenerator<Buffer> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

/** The failures of opening a sealed object, in words; anything else stays what it is. */
export function unwrapFailure(error: unknown): unknown {
  if (error instanceof SealedObjectDamaged) return apiRefusals.object_damaged(error);
  if (error instanceof KeyDestroyed) return apiRefusals.key_destroyed(error.certificate ?? null, error);
  if (error instanceof KeyDoubted) return apiRefusals.key_doubtful(error);
  return error instanceof KeyMissing ? apiRefusals.key_missing(error) : error;
}
