import { beforeEach, describe, expect, it } from '@jest/globals';
import { keepRecent, recentPlaces } from './recent-places.js';

const place = (to: string) => ({ kind: 'call' as const, to, name: `the call at ${to}` });

describe('where a tab went by Ctrl+K', () => {
  beforeEach(() => {
    const kept = new Map<string, string>();
    Object.assign(globalThis, {
      sessionStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
      },
    });
  });

  it('is told to the account that went there, the latest first and each place once', () => {
    for (const to of ['/calls/1', '/calls/2', '/calls/1']) keepRecent('one', place(to));
    expect(recentPlaces('one').map(({ to }) => to)).toEqual(['/calls/1', '/calls/2']);
  });

  it('is not told to another account that signs in in the same tab', () => {
    keepRecent('one', place('/calls/1'));
    expect(recentPlaces('other')).toEqual([]);
    keepRecent('other', place('/calls/2'));
    expect(recentPlaces('other').map(({ to }) => to)).toEqual(['/calls/2']);
    expect(recentPlaces('one')).toEqual([]);
  });
});
