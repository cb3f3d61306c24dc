import { Readable } from 'node:stream';
import { UnsupportedAudioError, type SoundWatch } from '#recordings';
import { uploadRefusals } from '../refusals.js';
import { notTaken } from './not-taken.js';

/** A sender from whom nothing has come for this long is gone. */
const IDLE_MS = 60_000;
/** No upload takes longer: it would outlive the sweep of abandoned writes. */
const LONGEST_MS = 6 * 60 * 60 * 1000;

/** Bytes from the caller. A break while they come, or before they come, is the transfer's fault, not ours. */
export async function* receive(
  bytes: Readable,
  { idleMs = IDLE_MS, longestMs = LONGEST_MS } = {},
): AsyncGenerator<Buffer> {
  const cut = () => void bytes.destroy(new Error('nothing came any more'));
  const longest = setTimeout(cut, longestMs);
  let idle = setTimeout(cut, idleMs);
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      clearTimeout(idle);
      // Only waiting for the sender counts, not what is done with the bytes.
      yield chunk;
      idle = setTimeout(cut, idleMs);
    }
  } catch (error) {
    throw uploadRefusals.upload_cut_short(error);
  } finally {
    clearTimeout(idle);
    clearTimeout(longest);
  }
}

/** Sound on its way to the vault, past the watch that knows afterwards what it was. It ends when its reader stops. */
export async function* watched(bytes: Readable, watch: SoundWatch): AsyncGenerator<Buffer> {
  const source = Readable.from(receive(bytes));
  source.once('error', (error) => watch.destroy(error));
  source.pipe(watch);
  try {
    yield* watch as AsyncIterable<Buffer>;
  } finally {
    // Without this the clocks that watch over the sender would run on, for hours, and hold the bytes.
    source.destroy();
    bytes.destroy();
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
    throw error instanceof UnsupportedAudioError ? notTaken(error) : error;
  }
}

export async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
