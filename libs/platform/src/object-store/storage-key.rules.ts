/**
 * Names of stored objects: two characters that spread objects over directories, then the name, e.g. `ab/ab12…-original`.
 * The alphabet has no dot, no slash and no capital letter, so a name can neither leave its directory nor meet another on
 * a file system that ignores case.
 */
const STORAGE_KEY = /^[0-9a-z]{2}\/[0-9a-z][0-9a-z-]{2,199}$/;
const PREFIX = /^(?:[0-9a-z]{0,2}|[0-9a-z]{2}\/[0-9a-z-]{0,200})$/;

/** The name is not one this store gives out: a fault of ours, or an attacker trying paths. */
export class StorageKeyInvalid extends Error {
  readonly code = 'storage_key_invalid';
  override readonly name = 'StorageKeyInvalid';

  constructor(key: string) {
    super(`not a storage key: ${JSON.stringify(key.slice(0, 80))}`);
  }
}

/** The storage key for a generated id (lower-case letters, digits, hyphens; three characters or more). */
export function storageKeyFor(id: string): string {
  return assertStorageKey(`${id.slice(0, 2)}/${id}`);
}

/** Throws `StorageKeyInvalid` unless the key has the one permitted form. */
export function assertStorageKey(key: string): string {
  if (!STORAGE_KEY.test(key)) throw new StorageKeyInvalid(key);
  return key;
}

/** Throws `StorageKeyInvalid` unless some key could start like this. */
export function assertPrefix(prefix: string): string {
  if (!PREFIX.test(prefix)) throw new StorageKeyInvalid(prefix);
  return prefix;
}

/** Throws `RangeError` unless 0 ≤ from ≤ to are whole numbers. */
export function assertByteRange(from: number, to: number): void {
  const valid = Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from <= to;
  if (!valid) throw new RangeError(`not a byte range: ${from} to ${to}`);
}
