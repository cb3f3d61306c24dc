import { newKey, withKey } from '../encryption/index.js';
import { type KeyProvider } from './key-provider.js';

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
