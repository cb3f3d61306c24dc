import { Liveness, WEDGED_AFTER_MS } from './jobs-role.js';

const now = 10_000_000;
const before = now - WEDGED_AFTER_MS;

describe('a wedged worker', () => {
  it.each([
    ['nothing is due', before, null, false],
    ['work became due only now', before, 5, false],
    ['it is busy with other work', now - 1000, 900, false],
    ['it is silent while work waits', before, 900, true],
  ])('%s', (_when, lastProgressAt, oldestDue, wedged) => {
    const liveness = new Liveness();
    liveness.isWedged(before, before, oldestDue);
    expect(liveness.isWedged(now, lastProgressAt, oldestDue)).toBe(wedged);
  });

  it('is none whose machine slept: what is due since the night counts from when it was seen', () => {
    const liveness = new Liveness();
    liveness.isWedged(before, before - 60_000, null);
    expect(liveness.isWedged(now, before - 60_000, 8 * 3600)).toBe(false);
    expect(liveness.isWedged(now + WEDGED_AFTER_MS - 1, before, 8 * 3600)).toBe(false);
    expect(liveness.isWedged(now + WEDGED_AFTER_MS, before, 8 * 3600)).toBe(true);
  });
});
