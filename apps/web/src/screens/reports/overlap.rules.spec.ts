import { expect, it } from '@jest/globals';
import { overlap } from './overlap.rules.js';

const of = (low: number, high: number) => ({ low, high });

it.each([
  [[of(10, 20), of(21, 30)], false],
  [[of(21, 30), of(10, 20), of(40, 50)], false],
  [[of(10, 20), of(20, 30)], true],
  [[of(10, 90), of(20, 30), of(95, 99)], true],
  [[of(10, 20)], false],
  [[of(10, 20), { low: null, high: null }], true],
  [[of(10, 20), null], true],
])('%j: %s', (intervals, overlaps) => {
  expect(overlap(intervals)).toBe(overlaps);
});
