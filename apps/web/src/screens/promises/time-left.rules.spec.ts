import { describe, expect, it } from '@jest/globals';
import { timeLeft } from './time-left.rules.js';

describe('how long is left', () => {
  const now = Date.parse('2026-03-12T06:00:00Z');
  it.each([
    ['2026-03-12T06:00:20Z', { side: 'left', unit: 'minute', count: 1 }],
    ['2026-03-12T06:59:00Z', { side: 'left', unit: 'minute', count: 59 }],
    ['2026-03-12T09:30:00Z', { side: 'left', unit: 'hour', count: 3 }],
    ['2026-03-15T06:00:00Z', { side: 'left', unit: 'day', count: 3 }],
    ['2026-03-12T05:15:00Z', { side: 'over', unit: 'minute', count: 45 }],
    ['2026-03-11T05:00:00Z', { side: 'over', unit: 'hour', count: 25 }],
  ])('%s', (at, left) => expect(timeLeft(at, now)).toEqual(left));
});
