import { judgeClock } from './clock.rules.js';

const at = (text: string) => new Date(text);
const NOON = at('2026-03-12T12:00:00Z');

describe('whether retention trusts the clock', () => {
  it.each([
    ['a minute after it was seen', { seenAt: at('2026-03-12T11:59:00Z'), newestEntryAt: NOON }, 'trusted'],
    ['a quiet night later', { seenAt: at('2026-03-11T20:00:00Z'), newestEntryAt: null }, 'trusted'],
    ['on the first day of all', { seenAt: null, newestEntryAt: null }, 'trusted'],
    [
      'the first time, after a journal of today',
      { seenAt: null, newestEntryAt: at('2026-03-12T08:00:00Z') },
      'trusted',
    ],
    ['a year ahead of when it was seen', { seenAt: at('2025-03-12T12:00:00Z'), newestEntryAt: NOON }, 'forward'],
    [
      'the first time, years ahead of the journal',
      { seenAt: null, newestEntryAt: at('2020-01-01T00:00:00Z') },
      'forward',
    ],
    ['before it was seen', { seenAt: at('2026-03-12T12:30:00Z'), newestEntryAt: null }, 'backward'],
    ['before what has happened', { seenAt: NOON, newestEntryAt: at('2026-03-12T13:00:00Z') }, 'backward'],
    ['a little before: clocks differ', { seenAt: at('2026-03-12T12:02:00Z'), newestEntryAt: null }, 'trusted'],
  ])('%s', (_what, reading, verdict) => {
    const found = judgeClock({ now: NOON, ...reading });
    expect(found.trusted ? 'trusted' : found.jumped).toBe(verdict);
  });
});
