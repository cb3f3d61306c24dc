import { randomBytes } from 'node:crypto';
import { formatKeyring, parseKeyring, weaknessOf } from './keyring-file.rules.js';

const strong = randomBytes(32);
const keyring = (...keys: [string, Buffer][]) => formatKeyring({ current: keys[0]![0], keys: new Map(keys) });

describe('the keyring file', () => {
  it('reads back what it wrote', () => {
    const parsed = parseKeyring(keyring(['2', strong], ['1', randomBytes(32)]));
    expect(parsed).toMatchObject({ current: '2' });
    expect('keys' in parsed && parsed.keys.get('2')!.equals(strong)).toBe(true);
  });

  it.each([
    ['all zero', Buffer.alloc(32), 'is all zero'],
    ['one byte repeated', Buffer.alloc(32, 0xa5), 'repeats itself'],
    ['a repeated word', Buffer.from('password'.repeat(4)), 'repeats itself'],
    ['a half repeated', Buffer.concat([strong.subarray(0, 16), strong.subarray(0, 16)]), 'repeats itself'],
    ['too short', strong.subarray(0, 16), 'has 16 bytes instead of 32'],
    ['too long', Buffer.concat([strong, strong]), 'has 64 bytes instead of 32'],
    ['empty', Buffer.alloc(0), 'has 0 bytes'],
  ])('refuses a key that is %s', (_what, key, words) => {
    expect(weaknessOf(key)).toContain(words);
    expect(parseKeyring(keyring(['1', strong], ['2', key]))).toEqual({
      problem: expect.stringContaining(words) as string,
    });
  });

  it('calls no random key weak', () => {
    for (let count = 0; count < 1000; count += 1) expect(weaknessOf(randomBytes(32))).toBeNull();
  });

  it.each([
    ['the same key twice', keyring(['1', strong], ['2', strong]), 'two versions have the same key'],
    ['no current key', keyring(['1', strong]).replace('"current": "1"', '"current": "7"'), 'version 7 is not among'],
    [
      'a version twice',
      keyring(['1', strong], ['2', randomBytes(32)]).replace('"version": "2"', '"version": "1"'),
      'twice',
    ],
    ['no keys', '{"format":"shouwen-keyring/1","current":"1","keys":[]}', 'not a keyring file'],
    ['another format', keyring(['1', strong]).replace('keyring/1', 'keyring/9'), 'not a keyring file'],
    ['half a file', keyring(['1', strong]).slice(0, 60), 'not a keyring file'],
    ['nothing', '', 'not a keyring file'],
  ])('refuses %s', (_what, text, words) => {
    const parsed = parseKeyring(text);
    expect(parsed).toEqual({ problem: expect.stringContaining(words) as string });
    expect(JSON.stringify(parsed)).not.toContain(strong.toString('base64').slice(0, 8));
  });
});
