import { describe, expect, it } from '@jest/globals';
import { cacheNameOf, handlingOf, ours, outdated } from './cached.rules.js';

const origin = 'https://calls.company.test';
const asked = (path: string, change: { method?: string; isPage?: boolean } = {}) =>
  handlingOf({ method: 'GET', isPage: false, origin, ...change, url: new URL(path, origin) });

describe('what the service worker keeps', () => {
  it.each([
    '/api/v1/calls/1/transcript',
    '/api/v1/plays/1/audio',
    '/api/v1/auth/me',
    '/api/v1/live/?transport=websocket',
    '/api',
  ])('is never an answer of the API, also where a person opens it: %s', (path) => {
    expect(asked(path)).toBe('leave');
    expect(asked(path, { isPage: true })).toBe('leave');
  });

  it('is the program, by the name that its content gives it', () => {
    expect(asked('/assets/call-screen-B4f2.js')).toBe('kept-first');
  });

  it('is the page, after the server was asked for a newer one', () => {
    expect(asked('/calls/1?item=x', { isPage: true })).toBe('server-first');
  });

  it('is nothing that is sent, of another place, or beside the page', () => {
    expect(asked('/calls', { method: 'POST', isPage: true })).toBe('leave');
    expect(asked('https://elsewhere.test/assets/a.js')).toBe('leave');
    expect(asked('/manifest.zh.webmanifest')).toBe('leave');
  });

  it('goes with its version, and other caches stay', () => {
    const names = [cacheNameOf('1'), cacheNameOf('2'), 'someone-elses'];
    expect(outdated(names, '2')).toEqual([cacheNameOf('1')]);
    expect(ours(names)).toEqual([cacheNameOf('1'), cacheNameOf('2')]);
  });
});
