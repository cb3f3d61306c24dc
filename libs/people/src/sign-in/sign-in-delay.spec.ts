import fc from 'fast-check';
import { addressDelaySeconds, countingFailures, delaySeconds, lockSeconds } from './sign-in-delay.rules.js';

describe('the delay between sign-ins', () => {
  it('lets fingers slip three times, then doubles up to a quarter of an hour', () => {
    expect([0, 1, 3, 4, 5, 6, 12, 13, 500].map(delaySeconds)).toEqual([0, 0, 0, 2, 4, 8, 512, 900, 900]);
  });

  it('never gets shorter with another failure', () => {
    fc.assert(
      fc.property(fc.nat(2000), (failures) => delaySeconds(failures + 1) >= delaySeconds(failures)),
      { seed: 7 },
    );
  });

  it('lets an address slip twenty times, under any name, then doubles up to ten seconds', () => {
    expect([0, 20, 21, 22, 23, 24, 5000].map(addressDelaySeconds)).toEqual([0, 0, 2, 4, 8, 10, 10]);
  });

  it('locks an account from the number of failures that the company says, for its minutes', () => {
    expect([4, 5, 6].map((failures) => lockSeconds(failures, { after: 5, minutes: 30 }))).toEqual([0, 1800, 1800]);
  });

  it('forgets after an hour without a try', () => {
    const row = { failures: 9, delayedUntil: new Date('2026-11-24T08:00:00Z') };
    expect(countingFailures(row, new Date('2026-11-24T09:00:00Z'))).toBe(9);
    expect(countingFailures(row, new Date('2026-11-24T09:00:01Z'))).toBe(0);
  });
});
