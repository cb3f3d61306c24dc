import fc from 'fast-check';
import { wilson } from './share-interval.rules.js';

describe('the interval of a rate', () => {
  it.each([
    [8, 10, 0.4902, 0.9433],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [90, 100, 0.8256, 0.9448],
  ])('of %i in %i is %f to %f', (n, of, low, high) => {
    const rate = wilson(n, of);
    expect(rate?.low).toBeCloseTo(low, 3);
    expect(rate?.high).toBeCloseTo(high, 3);
  });

  it('says nothing of no calls', () => {
    expect(wilson(0, 0)).toBeNull();
  });

  it('always holds the share itself and stays a share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
        const n = Math.round(of * share);
        const rate = wilson(n, of);
        expect(rate?.low).toBeGreaterThanOrEqual(0);
        expect(rate?.high).toBeLessThanOrEqual(1);
        expect(rate?.low).toBeLessThanOrEqual(n / of + 1e-12);
        expect(rate?.high).toBeGreaterThanOrEqual(n / of - 1e-12);
      }),
      { seed: 5 },
    );
  });
});
