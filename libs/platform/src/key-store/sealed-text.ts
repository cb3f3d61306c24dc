import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { bindingOf, newKey, TAG_BYTES, withKey } from '../encryption/index.js';
import { type KeyProvider } from './key-provider.js';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;

/** A secret text in a row: nonce, ciphertext and tag, by a key of its own that the key provider has wrapped. */
export interface SealedText {
  wrappedKey: Buffer;
  keyVersion: string;
  sealed: Buffer;
}

/** Whose text it is: neither a copy of the database nor a row that was moved gives it away. */
export interface SealedFor {
  /** What is sealed, and in which format, such as `shouwen/chat-address/1`. */
  label: string;
  /** The row. */
  id: string;
  /** What the key provider binds the key to. */
  context: readonly string[];
}

/** Seals a text of any length: a key provider itself takes keys only. */
export async function sealText(
  keys: KeyProvider,
  text: string,
  { label, id, context }: SealedFor,
): Promise<SealedText> {
  return withKey(newKey(), async (key) => {
    const { version, bytes } = await keys.wrap(key, context);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(bindingOf(label, id));
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return { wrappedKey: bytes, keyVersion: version, sealed };
  });
}

/** @throws when it was changed, or belongs to another row */
export async function openText(
  keys: KeyProvider,
  { wrappedKey, keyVersion, sealed }: SealedText,
  { label, id, context }: SealedFor,
): Promise<string> {
  const unwrapped = await keys.unwrap({ version: keyVersion, bytes: wrappedKey }, context);
  return withKey(unwrapped, async (key) => {
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(bindingOf(label, id)).setAuthTag(sealed.subarray(-TAG_BYTES));
    const text = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    return text.toString('utf8');
  });
}
