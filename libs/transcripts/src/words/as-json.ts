import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Transcript } from '#contracts';
import { AT_ONCE_BYTES } from '../in-pieces.js';
import { type SealedJson } from './kept-words.rules.js';

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
