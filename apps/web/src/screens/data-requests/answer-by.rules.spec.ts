import { describe, expect, it } from '@jest/globals';
import { daysLeft } from './answer-by.rules.js';

describe('days left for an answer', () => {
  it.each([
    ['the last day, at any hour', '2026-04-11T06:00:00Z', '2026-04-10T16:30:00Z', 0],
    ['the day before it by the site, though the same day in London', '2026-04-11T17:00:00Z', '2026-04-11T15:00:00Z', 1],
    ['past', '2026-04-11T06:00:00Z', '2026-04-13T06:00:00Z', -2],
  ])('%s', (_, answerBy, now, expected) => {
    expect(daysLeft(answerBy, Date.parse(now), 'Asia/Shanghai')).toBe(expected);
  });
});
