import { assertPrefix, assertStorageKey, storageKeyFor, StorageKeyInvalid } from './storage-key.rules.js';

describe('storage keys', () => {
  it('spreads ids over directories by their first two characters', () => {
    expect(storageKeyFor('ab12cd34-0000-4000-8000-000000000000')).toBe('ab/ab12cd34-0000-4000-8000-000000000000');
  });

  it.each([
    ['leaves the directory', '../etc/passwd'],
    ['leaves it in the middle', 'ab/../../etc/passwd'],
    ['is absolute', '/etc/passwd'],
    ['has a third level', 'ab/abc/def'],
    ['has a dot', 'ab/abc.tmp'],
    ['is hidden', 'ab/.abc'],
    ['has a backslash', 'ab\\abcdef'],
    ['has a null byte', 'ab/abc\0def'],
    ['has a line end', 'ab/abcdef\n'],
    ['has capitals', 'AB/ABCDEF'],
    ['could be an option', '--/--help'],
    ['is escaped', 'ab/%2e%2e'],
    ['is of another alphabet', 'ab/аbcdef'],
    ['is too long', `ab/${'a'.repeat(201)}`],
    ['is empty', ''],
    ['has no name', 'ab/'],
  ])('refuses a key that %s', (_why, key) => {
    expect(() => assertStorageKey(key)).toThrow(StorageKeyInvalid);
  });

  it('refuses an id whose key would be invalid', () => {
    for (const id of ['', 'ab', '../../x', 'A1b2c3']) expect(() => storageKeyFor(id)).toThrow(StorageKeyInvalid);
  });

  it('lists by the beginning of a key only', () => {
    for (const prefix of ['', 'a', 'ab', 'ab/', 'ab/ab12']) expect(assertPrefix(prefix)).toBe(prefix);
    for (const prefix of ['..', '/', 'abc', 'ab/../', 'ab/x.y'])
      expect(() => assertPrefix(prefix)).toThrow(StorageKeyInvalid);
  });
});
