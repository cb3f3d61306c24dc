import { describe, expect, it } from '@jest/globals';
import { isToldAgain, retryAfterMs, scheduleHealth } from './schedule-health.rules.js';

const at = (time: string) => new Date(`2026-03-12T${time}Z`);
const HOUR = 3_600_000;
const daily = {
  everyMs: 24 * HOUR,
  lateAfterMs: 2 * HOUR,
  knownSince: at('06:00:00'),
  lastSuccessAt: null,
  failures: 0,
  graceFrom: null,
};
const yesterday = (time: string) => new Date(`2026-03-11T${time}Z`);

describe('how a schedule is', () => {
  it.each([
    ['never ran, and is not due', daily, at('06:04:00'), 'waiting'],
    ['never ran, within its grace', daily, at('08:04:00'), 'waiting'],
    ['never ran', daily, at('08:06:00'), 'late'],
    ['ran', { ...daily, lastSuccessAt: yesterday('10:00:00') }, at('09:00:00'), 'well'],
    ['is due, within its grace', { ...daily, lastSuccessAt: yesterday('08:00:00') }, at('09:59:00'), 'well'],
    ['is later than its grace', { ...daily, lastSuccessAt: yesterday('08:00:00') }, at('10:01:00'), 'late'],
    [
      'no worker was there when it was due',
      { ...daily, lastSuccessAt: yesterday('01:00:00'), graceFrom: at('09:00:00') },
      at('10:59:00'),
      'well',
    ],
    [
      'a worker has been there for its grace',
      { ...daily, lastSuccessAt: yesterday('01:00:00'), graceFrom: at('09:00:00') },
      at('11:01:00'),
      'late',
    ],
    ['failed twice', { ...daily, lastSuccessAt: at('05:00:00'), failures: 2 }, at('06:00:00'), 'well'],
    ['failed three times', { ...daily, lastSuccessAt: at('05:00:00'), failures: 3 }, at('06:00:00'), 'failing'],
    ['is turned off', { ...daily, everyMs: 0, failures: 3 }, at('23:00:00'), 'off'],
  ] as const)('%s', (_what, state, now, health) => {
    expect(scheduleHealth(state, now)).toBe(health);
  });
});

it('what fails is tried again more and more slowly, a daily one after ten minutes', () => {
  expect([1, 2, 3, 6, 40].map((failures) => retryAfterMs(2_000, failures))).toEqual([
    2_000, 4_000, 8_000, 60_000, 60_000,
  ]);
  expect(retryAfterMs(5 * 60_000, 9)).toBe(5 * 60_000);
  expect(retryAfterMs(24 * HOUR, 1)).toBe(10 * 60_000);
});

it('is told of less and less often', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 16].filter(isToldAgain)).toEqual([4, 8, 16]);
});
