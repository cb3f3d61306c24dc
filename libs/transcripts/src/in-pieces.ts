import { setImmediate as nextTurn } from 'node:timers/promises';

/** Written or encrypted without a pause; some milliseconds. */
export const AT_ONCE_BYTES = 256 * 1024;

/** Sealed words as what the vault writes from, with pauses. */
export async function* inPieces(json: Uint8Array): AsyncGenerator<Buffer> {
  for (let at = 0; at < json.length; at += AT_ONCE_BYTES) {
    yield Buffer.from(json.buffer, json.byteOffset + at, Math.min(AT_ONCE_BYTES, json.length - at));
    await nextTurn();
  }
}
