import { z } from 'zod';
import { KEY_BYTES } from '../encryption/binding.rules.js';

/** A random 256-bit key has about 30 different bytes; fewer than 16 do not happen, they are typed or filled in. */
const FEWEST_DIFFERENT_BYTES = 16;

const keyringFile = z.strictObject({
  format: z.literal('shouwen-keyring/1'),
  current: z.string(),
  keys: z.array(z.strictObject({ version: z.string().regex(/^[1-9]\d{0,8}$/), key: z.base64() })).min(1),
});

/** Key-encryption keys by version, and the version that wraps new keys. */
export interface Keyring {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

/** The text of a keyring file. */
export function formatKeyring({ current, keys }: Keyring): string {
  const entries = [...keys].map(([version, key]) => ({ version, key: key.toString('base64') }));
  return `${JSON.stringify({ format: 'shouwen-keyring/1', current, keys: entries }, null, 2)}\n`;
}

/** Reads a keyring file, or says in words what is wrong with it; the words never contain key bytes. */
export function parseKeyring(text: string): Keyring | { problem: string } {
  const parsed = keyringFile.safeParse(jsonOf(text));
  if (!parsed.success) return { problem: 'it is not a keyring file of format shouwen-keyring/1' };
  const keys = new Map(parsed.data.keys.map(({ version, key }) => [version, Buffer.from(key, 'base64')]));
  if (keys.size < parsed.data.keys.length) return { problem: 'a version occurs twice' };
  if (!keys.has(parsed.data.current))
    return { problem: `its current version ${parsed.data.current} is not among its keys` };
  for (const [version, key] of keys) {
    const weakness = weaknessOf(key);
    if (weakness !== null) return { problem: `the key of version ${version} ${weakness}` };
  }
  const different = new Set([...keys.values()].map((key) => key.toString('hex')));
  return different.size < keys.size
    ? { problem: 'two versions have the same key' }
    : { current: parsed.data.current, keys };
}

/** Why a key-encryption key must not be used; null when nothing speaks against it. */
export function weaknessOf(key: Buffer): string | null {
  if (key.length !== KEY_BYTES) return `has ${key.length} bytes instead of ${KEY_BYTES}`;
  if (key.every((byte) => byte === 0)) return 'is all zero';
  const half = KEY_BYTES / 2;
  const repeats = new Set(key).size < FEWEST_DIFFERENT_BYTES || key.subarray(0, half).equals(key.subarray(half));
  return repeats ? 'repeats itself: it was not made by a random generator' : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
