import { type KeyEntry } from '#platform';
import { type NamedKey } from './named-keys.js';

/** A key of the store, of the database, or of both. */
export interface KeyPair {
  readonly keyId: string;
  readonly entry: KeyEntry | undefined;
  readonly name: NamedKey | undefined;
}

/** Goes through both in the order of their ids, side by side: neither is in memory whole. */
export async function* keyPairs(
  entries: AsyncIterable<KeyEntry>,
  names: AsyncIterable<NamedKey>,
): AsyncGenerator<KeyPair, void, undefined> {
  const [found, said] = [entries[Symbol.asyncIterator](), names[Symbol.asyncIterator]()];
  // The database first: a key that is made afterwards is too young to be an orphan.
  let name = await said.next();
  let entry = await found.next();
  while (!entry.done || !name.done) {
    const keyId = [entry.value?.keyId, name.value?.id].filter((id) => id !== undefined).sort()[0]!;
    const pair = {
      keyId,
      entry: entry.value?.keyId === keyId ? entry.value : undefined,
      name: name.value?.id === keyId ? name.value : undefined,
    };
    yield pair;
    if (pair.name) name = await said.next();
    if (pair.entry) entry = await found.next();
  }
}
