import { describe, expect, it } from '@jest/globals';
import { cacheNameOf, handlingOf, isPage, isProxysOwn, ours, outdated } from './cached.rules.js';

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

  it('is no file that a person opened by its address, and no failure', () => {
    const answer = (type: string, status = 200) => new Response('', { status, headers: { 'content-type': type } });
    expect(isPage(answer('text/html; charset=utf-8'))).toBe(true);
    expect(isPage(answer('image/svg+xml'))).toBe(false);
    expect(isPage(answer('text/html', 502))).toBe(false);
  });

  it('is shown where a proxy says that the server is away, and not in place of what the server itself says', () => {
    expect([500, 502, 503, 504, 505].filter((status) => isProxysOwn({ status }))).toEqual([502, 503, 504]);
  });

  it('goes with its version, and other caches stay', () => {
    const names = [cacheNameOf('1'), cacheNameOf('2'), 'someone-elses'];
    expect(outdated(names, '2')).toEqual([cacheNameOf('1')]);
    expect(ours(names)).toEqual([cacheNameOf('1'), cacheNameOf('2')]);
  });
});
