import { Readable } from 'node:stream';
import { UnsupportedAudioError, type WavWatch } from '#recordings';
import { refusals } from './upload-refusals.js';

/** Bytes from the caller. Whatever breaks while they come is the transfer's fault, not ours. */
export async function* receive(bytes: Readable): AsyncGenerator<Buffer> {
  try {
    yield* bytes as AsyncIterable<Buffer>;
  } catch (error) {
    throw refusals.cutShort(error);
  }
}

/** Sound on its way to the vault, past the watch that knows afterwards what it was; what is not taken runs out unread. */
export async function* watched(bytes: Readable, watch: WavWatch): AsyncGenerator<Buffer> {
  const source = Readable.from(receive(bytes));
  source.once('error', (error) => watch.destroy(error));
  source.pipe(watch);
  try {
    yield* watch as AsyncIterable<Buffer>;
  } finally {
    bytes.resume();
  }
}

/** The same bytes, once the first of them have proved to be sound. @throws DomainError when they are not */
export async function begun(sound: AsyncGenerator<Buffer>): Promise<AsyncGenerator<Buffer>> {
  try {
    const first = await sound.next();
    return (async function* () {
      if (!first.done) yield first.value;
      yield* sound;
    })();
  } catch (error) {
    throw error instanceof UnsupportedAudioError ? refusals.unsupported(error) : error;
  }
}

export async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
