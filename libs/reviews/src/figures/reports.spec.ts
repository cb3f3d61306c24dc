import { meanOf, withoutMiss } from './reports.query.js';

describe('a mean with its interval', () => {
  it('lies within it, wide for few and narrow for many', () => {
    expect(meanOf(3, 80)).toEqual({ n: 3, mean: 80, low: 28.7727, high: 97.5374 });
    expect(meanOf(400, 80)).toMatchObject({ low: expect.closeTo(75.8, 1), high: expect.closeTo(83.6, 1) });
  });

  it('is as wide of equal shares as of others: two calls with the same points tell no more', () => {
    const [low, high] = [meanOf(2, 70)!, meanOf(2, 90)!];
    expect(low.high!).toBeGreaterThan(high.low!);
    expect(meanOf(2, 100)).toMatchObject({ mean: 100, low: expect.closeTo(34.24, 1), high: 100 });
  });

  it('is none of one call, and there is no mean of none', () => {
    expect(meanOf(1, 72.5)).toEqual({ n: 1, mean: 72.5, low: null, high: null });
    expect(meanOf(0, null)).toBeNull();
    expect(meanOf(0, 80)).toBeNull();
  });

  it('counts a call with a miss as missed, also where another leg of it met the item', () => {
    expect(withoutMiss(3, 10)).toMatchObject({ n: 7, of: 10 });
    expect(withoutMiss(0, 0)).toBeNull();
  });
});
