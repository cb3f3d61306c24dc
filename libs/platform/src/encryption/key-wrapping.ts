/**
 * Keys encrypted by keys: an object key by its recording key, a recording key by a key-encryption key.
 *
 *   version (1 byte) ‖ random nonce (12) ‖ ciphertext (32) ‖ tag (16)
 *
 * The context (ids of what the key is for) is authenticated: a wrapped key moved to another row does not open.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { bindingOf, KEY_BYTES } from './binding.rules.js';
import { assertKey } from './keys.js';
import { TAG_BYTES } from './sealed-format.rules.js';

const VERSION = 1;
const NONCE_BYTES = 12;
const CIPHER = 'aes-256-gcm';
const LABEL = 'shouwen/wrapped-key/1';

/** Length of every wrapped key. */
export const WRAPPED_KEY_BYTES = 1 + NONCE_BYTES + KEY_BYTES + TAG_BYTES;

/** The bytes are not a key wrapped by this key for this context: damaged, swapped, or the wrong wrapping key. */
export class WrappedKeyDamaged extends Error {
  readonly code = 'wrapped_key_damaged';
  override readonly name = 'WrappedKeyDamaged';

  constructor(readonly context: readonly string[]) {
    super(`the wrapped key for ${context.join(' / ')} does not open with this key: damaged, swapped or another key's`);
  }
}

/** Wraps a 256-bit key. `context` names what it is for, e.g. `['object-key', objectId, recordingId]`. */
export function wrapKey(key: Buffer, wrappingKey: Buffer, context: readonly string[]): Buffer {
  assertKey(key);
  assertKey(wrappingKey);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, wrappingKey, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(bindingOf(LABEL, ...context));
  const wrapped = cipher.update(key);
  cipher.final();
  return Buffer.concat([Buffer.from([VERSION]), nonce, wrapped, cipher.getAuthTag()]);
}

/** Opens what `wrapKey` made. The caller zeroes the key after use. Throws `WrappedKeyDamaged`. */
export function unwrapKey(wrapped: Buffer, wrappingKey: Buffer, context: readonly string[]): Buffer {
  assertKey(wrappingKey);
  if (wrapped.length !== WRAPPED_KEY_BYTES || wrapped[0] !== VERSION) throw new WrappedKeyDamaged(context);
  const nonce = wrapped.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, wrappingKey, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(bindingOf(LABEL, ...context));
  decipher.setAuthTag(wrapped.subarray(-TAG_BYTES));
  const key = decipher.update(wrapped.subarray(1 + NONCE_BYTES, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    key.fill(0);
    throw new WrappedKeyDamaged(context);
  }
  return key;
}
