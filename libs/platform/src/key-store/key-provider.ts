import { type Probe } from '../probes/index.js';
import { newKey, withKey } from '../encryption/index.js';

/** A key encrypted by a key-encryption key, and which version of that key did it. */
export interface WrappedKey {
  readonly version: string;
  readonly bytes: Buffer;
}

/**
 * Holder of the key-encryption keys. It is asked to wrap and unwrap and never gives its own keys out, so that it can
 * be a service elsewhere. `context` says what the wrapped key is for and must be the same on both calls.
 */
export interface KeyProvider extends Probe {
  /** The version that wraps new keys. */
  currentVersion(): Promise<string>;
  wrap(plain: Buffer, context: readonly string[]): Promise<WrappedKey>;
  /**
   * The plain key, which the caller zeroes after use. Throws `WrappedKeyDamaged` when the bytes cannot be what was
   * wrapped for this context, `KeyVersionUnknown` when the key-encryption key is not there; other errors are the
   * provider's own.
   */
  unwrap(wrapped: WrappedKey, context: readonly string[]): Promise<Buffer>;
}

/** The key-encryption key of this version is not at hand. Nothing is lost as long as a backup of it exists. */
export class KeyVersionUnknown extends Error {
  readonly code = 'key_version_unknown';
  override readonly name = 'KeyVersionUnknown';

  constructor(version: string, holder: string, remedy: string, cause?: unknown) {
    super(`${holder} has no key-encryption key of version ${version}: ${remedy}`, { cause });
  }
}

/** Wraps a key that is not in use and unwraps it again, which changes nothing anywhere. @returns the version that did it */
export async function tryKey(provider: Pick<KeyProvider, 'wrap' | 'unwrap'>): Promise<string> {
  const context = ['probe'];
  return withKey(newKey(), async (key) => {
    const wrapped = await provider.wrap(key, context);
    const opened = await provider.unwrap(wrapped, context);
    const same = opened.equals(key);
    opened.fill(0);
    if (!same) throw new Error('the key-encryption key gave back another key than it was given');
    return wrapped.version;
  });
}
