import { answeredOnRing, ringSeconds } from './ringing.rules.js';

const at = (seconds: number) => new Date(1_750_000_000_000 + seconds * 1000);
const cn = { onSeconds: 1, offSeconds: 4 };
const na = { onSeconds: 2, offSeconds: 4 };

describe('ringing', () => {
  it('runs from the alert to the answer', () => {
    expect(ringSeconds(at(0), at(7.2))).toBeCloseTo(7.2);
  });

  it.each([
    [null, at(1)],
    [at(1), null],
    [at(2), at(1)],
  ])('is unknown without both times in order', (alerted, answered) => {
    expect(ringSeconds(alerted, answered)).toBeNull();
  });

  it.each([
    [0, cn, 1],
    [4.999, cn, 1],
    [5, cn, 2],
    [14.999, cn, 3],
    [15, cn, 4],
    [17.999, na, 3],
    [18, na, 4],
  ])('%s s is during the right ring', (seconds, cadence, ring) => {
    expect(answeredOnRing(seconds, cadence)).toBe(ring);
  });
});
