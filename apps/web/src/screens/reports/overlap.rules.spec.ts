import { expect, it } from '@jest/globals';
import { standing } from './overlap.rules.js';

const of = (low: number, high: number) => ({ low, high });
const unknown = { low: null, high: null };

it.each([
  [[of(10, 20), of(21, 30)], 'apart'],
  [[of(21, 30), of(10, 20), of(40, 50)], 'apart'],
  [[of(10, 20), of(20, 30)], 'overlap'],
  [[of(10, 90), of(20, 30), of(95, 99)], 'overlap'],
  [[of(10, 20), unknown], 'overlap'],
  [[of(10, 20), of(21, 30), null], 'apart'],
  // Nothing to compare: one with a value, and those without.
  [[of(10, 20)], null],
  [[of(10, 20), null], null],
  [[null, null], null],
  [[], null],
])('%j: %s', (intervals, expected) => {
  expect(standing(intervals)).toBe(expected);
});
