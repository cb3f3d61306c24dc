import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Transcript } from '#contracts';
import { type SealedJson } from './kept-words.rules.js';

/** Written or encrypted without a pause; some milliseconds. */
export const AT_ONCE_BYTES = 256 * 1024;

/** Sealed words as what the vault writes from, with pauses. */
export async function* inPieces(json: Uint8Array): AsyncGenerator<Buffer> {
  for (let at = 0; at < json.length; at += AT_ONCE_BYTES) {
    yield Buffer.from(json.buffer, json.byteOffset + at, Math.min(AT_ONCE_BYTES, json.length - at));
    await nextTurn();
  }
}

/**
 * A transcript as it is sealed, written a turn at a time with pauses in between.
 * @param turns where they are JSON already; `transcript` has none then
 */
export async function asJson({ turns: own, ...head }: Transcript, turns?: Uint8Array): Promise<SealedJson> {
  const begin = Buffer.from(`${JSON.stringify(head).slice(0, -1)},"turns":`);
  if (turns) return Buffer.concat([begin, turns, Buffer.from('}')]);
  const parts = [begin, Buffer.from('[')];
  let since = 0;
  for (const [at, turn] of own.entries()) {
    const part = Buffer.from((at > 0 ? ',' : '') + JSON.stringify(turn));
    parts.push(part);
    since += part.length;
    if (since < AT_ONCE_BYTES) continue;
    since = 0;
    await nextTurn();
  }
  return Buffer.concat([...parts, Buffer.from(']}')]);
}
