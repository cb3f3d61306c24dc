import { covers, meanOf, studentT, withoutMiss } from './interval.rules.js';

describe('a mean with its interval', () => {
  it('lies within it, wide for few and narrow for many', () => {
    // 70, 80, 90: mean 80, deviation 10, t of two degrees of freedom 4.303.
    expect(meanOf(3, 80, 10)).toEqual({ n: 3, mean: 80, low: 55.1586, high: 100 });
    expect(meanOf(400, 80, 10)).toEqual({ n: 400, mean: 80, low: 79.017, high: 80.983 });
  });

  it('is none of one call, and there is no mean of none', () => {
    expect(meanOf(1, 72.5, null)).toEqual({ n: 1, mean: 72.5, low: null, high: null });
    expect(meanOf(0, null, null)).toBeNull();
  });

  it.each([
    [1, 12.706],
    [30, 2.042],
    // As tables of the distribution have it.
    [40, 2.021],
    [120, 1.98],
  ])('takes Student’s quantile of %i degrees of freedom: %f', (freedom, quantile) => {
    expect(studentT(freedom)).toBeCloseTo(quantile, 2);
  });

  it('counts a call with a miss as missed, also where another leg of it met the item', () => {
    expect(withoutMiss(3, 10)).toMatchObject({ n: 7, of: 10 });
    expect(withoutMiss(0, 0)).toBeNull();
  });
});

describe('a right that covers another', () => {
  const some = (teamIds: string[], ownPersonId: string | null = null) => ({
    kind: 'some' as const,
    teamIds,
    ownPersonId,
  });
  it.each([
    [{ kind: 'all' as const }, some(['a']), true],
    [some(['a']), { kind: 'all' as const }, false],
    [{ kind: 'none' as const }, some(['a']), false],
    [{ kind: 'none' as const }, { kind: 'none' as const }, true],
    [some(['a', 'b']), some(['a']), true],
    [some(['a']), some(['a', 'b']), false],
    [some([], 'me'), some([], 'me'), true],
    [some(['a']), some([], 'me'), false],
  ])('%j over %j: %s', (wide, narrow, expected) => {
    expect(covers(wide, narrow)).toBe(expected);
  });
});
