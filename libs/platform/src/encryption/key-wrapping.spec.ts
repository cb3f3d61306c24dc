import fc from 'fast-check';
import { unwrapKey, WRAPPED_KEY_BYTES, wrapKey, WrappedKeyDamaged } from './key-wrapping.js';
import { newKey, withKey } from './keys.js';

const CONTEXT = ['object-key', 'object-1', 'recording-1'];

describe('wrapping keys', () => {
  it('opens what it wrapped, for the same context only', () => {
    const [key, wrappingKey] = [newKey(), newKey()];
    const wrapped = wrapKey(key, wrappingKey, CONTEXT);
    expect(wrapped).toHaveLength(WRAPPED_KEY_BYTES);
    expect(unwrapKey(wrapped, wrappingKey, CONTEXT).equals(key)).toBe(true);
    for (const other of [['object-key', 'object-2', 'recording-1'], ['object-key', 'object-1recording-1'], []]) {
      expect(() => unwrapKey(wrapped, wrappingKey, other)).toThrow(WrappedKeyDamaged);
    }
    expect(() => unwrapKey(wrapped, newKey(), CONTEXT)).toThrow(WrappedKeyDamaged);
  });

  it('never wraps to the same bytes twice', () => {
    const [key, wrappingKey] = [newKey(), newKey()];
    expect(wrapKey(key, wrappingKey, CONTEXT).equals(wrapKey(key, wrappingKey, CONTEXT))).toBe(false);
  });

  it('finds every flipped bit and every cut', () => {
    const wrappingKey = newKey();
    const wrapped = wrapKey(newKey(), wrappingKey, CONTEXT);
    for (let bit = 0; bit < wrapped.length * 8; bit += 1) {
      const flipped = Buffer.from(wrapped);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => unwrapKey(flipped, wrappingKey, CONTEXT)).toThrow(WrappedKeyDamaged);
    }
    for (let length = 0; length < wrapped.length; length += 1) {
      expect(() => unwrapKey(wrapped.subarray(0, length), wrappingKey, CONTEXT)).toThrow(WrappedKeyDamaged);
    }
  });

  it('refuses a key of another length', () => {
    expect(() => wrapKey(Buffer.alloc(16), newKey(), CONTEXT)).toThrow('32 bytes');
    expect(() => wrapKey(newKey(), Buffer.alloc(31), CONTEXT)).toThrow('32 bytes');
  });

  it('overwrites a lent key, whether its use succeeds or fails', async () => {
    const keys = [newKey(), newKey()];
    await withKey(keys[0]!, () => Promise.resolve('used'));
    await expect(withKey(keys[1]!, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(keys).toEqual([Buffer.alloc(32), Buffer.alloc(32)]);
  });

  it('tells different lists of context apart', () => {
    const wrappingKey = newKey();
    const texts = fc.array(fc.string(), { maxLength: 4 });
    const property = fc.property(texts, texts, (a, b) => {
      fc.pre(JSON.stringify(a) !== JSON.stringify(b));
      expect(() => unwrapKey(wrapKey(newKey(), wrappingKey, a), wrappingKey, b)).toThrow(WrappedKeyDamaged);
    });
    fc.assert(property, { seed: 20_261_124 });
  });
});
