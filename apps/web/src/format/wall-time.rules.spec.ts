import { describe, expect, it } from '@jest/globals';
import { wallTime } from './wall-time.rules.js';

describe('a typed time', () => {
  it.each([
    ['2026-03-12 14:02', '2026-03-12T14:02'],
    ['2026/3/2 9:05', '2026-03-02T09:05'],
    ['2026-02-30 10:00', null],
    ['2026-03-12 25:00', null],
    ['12 March', null],
    ['2026-03-12 14:02:09', null],
  ])('%s is %s', (typed, wall) => expect(wallTime(typed)).toBe(wall));
  it.each([
    ['2026-03-12 14:02:09', '2026-03-12T14:02:09'],
    ['2026/3/2 9:05', '2026-03-02T09:05:00'],
    ['2026-03-12 14:02:60', null],
  ])('%s to the second is %s', (typed, wall) => expect(wallTime(typed, 'second')).toBe(wall));
  it.each([
    ['2026-03-12', '2026-03-12'],
    ['2026/3/2', '2026-03-02'],
    ['2026-02-30', null],
    ['2026-03-12 14:02', null],
  ])('%s as a day is %s', (typed, wall) => expect(wallTime(typed, 'day')).toBe(wall));
});
