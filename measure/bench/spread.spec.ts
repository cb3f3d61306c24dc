import { ratioOf, spreadOf, written } from './spread.rules.js';

describe('the spread of rounds', () => {
  it('takes the middle, in any order, and between two middles their mean', () => {
    expect(spreadOf([9, 1, 5])).toEqual({ median: 5, least: 1, most: 9 });
    expect(spreadOf([8, 2, 4, 100])).toEqual({ median: 6, least: 2, most: 100 });
  });

  it('refuses to speak of nothing', () => {
    expect(() => spreadOf([])).toThrow(RangeError);
  });

  it('compares the halves of a round with each other, so that a slow round spoils neither side', () => {
    const rounds = [
      { ours: 80, bare: 100 },
      { ours: 8, bare: 10 },
      { ours: 90, bare: 100 },
    ];
    expect(ratioOf(rounds)).toEqual({ median: 0.8, least: 0.8, most: 0.9 });
  });

  it('writes median and range', () => {
    expect(written({ median: 0.805, least: 0.1, most: 1 }, 1)).toBe('0.8 (0.1–1.0)');
  });
});
