import { type Transcript } from '#contracts';
import { loadFindActs } from './load-act-reader.js';

/** The acts of a sealed transcript's JSON, as JSON; null in a language without weights. */
export function actsOfJson(words: Uint8Array): Uint8Array | null {
  const found = loadFindActs()(JSON.parse(new TextDecoder().decode(words)) as Transcript);
  return found && new TextEncoder().encode(JSON.stringify(found));
}
