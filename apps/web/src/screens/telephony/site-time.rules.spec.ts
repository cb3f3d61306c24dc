import { describe, expect, it } from '@jest/globals';
import { instantOf } from './site-time.rules.js';

describe('a time on the site’s clock', () => {
  it.each([
    ['2026-03-12T14:02', 'Asia/Shanghai', '2026-03-12T06:02:00.000Z'],
    ['2026-03-08T01:30', 'America/New_York', '2026-03-08T06:30:00.000Z'],
    ['2026-03-08T03:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-11-01T12:00', 'America/New_York', '2026-11-01T17:00:00.000Z'],
    ['2026-12-31T23:59', 'Asia/Kathmandu', '2026-12-31T18:14:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => expect(instantOf(local, zone)).toBe(instant));
});
