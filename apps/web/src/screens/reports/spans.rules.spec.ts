import { describe, expect, it } from '@jest/globals';
import { addsUp, daysOf, lengthOf, pointsOf, stepOf, standing } from './spans.rules.js';

it('says whether the groups of a report add up to the whole', () => {
  const groups = [{ calls: 4 }, { calls: 7 }, { calls: 27 }];
  expect([38, 37, 47].map((whole) => addsUp(groups, whole))).toEqual([
    null,
    { sum: 38, to: 'more' },
    { sum: 38, to: 'fewer' },
  ]);
});

describe('spans of a report', () => {
  it.each([
    ['today', '2026-03-12', '2026-03-12'],
    ['yesterday', '2026-03-11', '2026-03-11'],
    ['week', '2026-03-09', '2026-03-12'],
    ['month', '2026-03-01', '2026-03-12'],
  ] as const)('%s of a Thursday', (span, from, to) => {
    expect(daysOf(span, '2026-03-12')).toEqual({ from, to });
  });

  it('begin a week on Monday, also on a Monday and on a Sunday, over the end of a month', () => {
    expect(daysOf('week', '2026-03-09')).toEqual({ from: '2026-03-09', to: '2026-03-09' });
    expect(daysOf('week', '2026-03-01')).toEqual({ from: '2026-02-23', to: '2026-03-01' });
    expect(daysOf('yesterday', '2026-03-01').from).toBe('2026-02-28');
  });

  it('are cut into days, long ones into weeks, without leaving one out', () => {
    const short = { from: '2026-02-27', to: '2026-03-02' };
    expect(stepOf(short)).toBe('day');
    expect(pointsOf('day', short)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
    const long = { from: '2026-01-01', to: '2026-03-31' };
    expect([lengthOf(long), stepOf(long)]).toEqual([90, 'week']);
    const weeks = pointsOf('week', long);
    expect([weeks[0], weeks.at(-1), weeks.length]).toEqual(['2025-12-29', '2026-03-30', 14]);
  });
});

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
