import { describe, expect, it } from '@jest/globals';
import { answerBy } from './answer-by.rules.js';

describe('the time for an answer', () => {
  it.each([
    ['thirty days where the month is longer', '2026-03-12T06:00:00Z', 'Asia/Shanghai', '2026-04-11T06:00:00.000Z'],
    ['a month in February', '2026-01-31T06:00:00Z', 'Asia/Shanghai', '2026-02-28T06:00:00.000Z'],
    [
      'the same hour after the clocks went forward',
      '2026-03-10T09:00:00Z',
      'Europe/Berlin',
      '2026-04-09T08:00:00.000Z',
    ],
  ])('is %s', (_, asked, zone, expected) => {
    expect(answerBy(new Date(asked), zone).toISOString()).toBe(expected);
  });
});
