import { Readable } from 'node:stream';
import { unwrapFailure } from './unwrapping.js';

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
