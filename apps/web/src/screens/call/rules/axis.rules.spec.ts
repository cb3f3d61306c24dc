import { describe, expect, it } from '@jest/globals';
import { barsOf, percentOf, rulerMarks } from './axis.rules.js';

describe('the time axis', () => {
  it('counts in steps that people use, with room for each mark', () => {
    expect(rulerMarks(173_000, 1188)).toEqual(
      [0, 15, 30, 45, 60, 75, 90, 105, 120, 135, 150, 165].map((s) => s * 1000),
    );
    expect(rulerMarks(173_000, 300)).toEqual([0, 60_000, 120_000]);
  });
  it('keeps the loudest moment of each bar', () => {
    expect(barsOf([0, 10, 5, 0, 20, 0], 3, 20)).toEqual([0.5, 0.25, 1]);
    expect(barsOf([3, 4], 4, 4)).toHaveLength(4);
    expect(barsOf([0, 0], 2, 0)).toEqual([0, 0]);
  });
  it('stays inside the axis', () => {
    expect([percentOf(50, 200), percentOf(900, 200), percentOf(-5, 200)]).toEqual(['25%', '100%', '0%']);
  });
});
