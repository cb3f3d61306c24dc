import { isSameOriginOrSafe } from './same-origin.rules.js';

describe('requests from other sites', () => {
  it.each([
    ['our own page', 'POST', { host: 'qa.example:3000', origin: 'https://qa.example:3000' }, true],
    ['a programme without an origin', 'POST', { host: 'qa.example' }, true],
    ['another site', 'POST', { host: 'qa.example', origin: 'https://evil.example' }, false],
    ['another port', 'DELETE', { host: 'qa.example:3000', origin: 'http://qa.example:4000' }, false],
    ['a sandboxed page', 'PUT', { host: 'qa.example', origin: 'null' }, false],
    ['a cross-site form without origin', 'POST', { host: 'qa.example', 'sec-fetch-site': 'cross-site' }, false],
    ['another site that only reads', 'GET', { host: 'qa.example', origin: 'https://evil.example' }, true],
  ])('%s: %s', (_, method, headers, passes) => {
    expect(isSameOriginOrSafe(method, headers)).toBe(passes);
  });
});
