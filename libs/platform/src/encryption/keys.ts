import { randomBytes } from 'node:crypto';
import { KEY_BYTES } from './binding.rules.js';

/** A fresh 256-bit key. Each stored object and each write attempt takes its own: nonces count from zero under a key. */
export function newKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** Overwrites keys that are no longer needed, so that they do not linger in a heap dump or a swapped page. */
export function zeroKeys(...keys: readonly Buffer[]): void {
  for (const key of keys) key.fill(0);
}

/** Lends a key to `use` and overwrites it afterwards, whatever happens. */
export async function withKey<T>(key: Buffer, use: (key: Buffer) => Promise<T>): Promise<T> {
  try {
    return await use(key);
  } finally {
    zeroKeys(key);
  }
}

/** A key of another length is a programming error, never something to stretch or cut. */
export function assertKey(key: Buffer): void {
  if (key.length !== KEY_BYTES) throw new TypeError(`a key has ${KEY_BYTES} bytes, this one has ${key.length}`);
}
