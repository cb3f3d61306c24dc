import { isWedged, WEDGED_AFTER_MS } from './liveness.rules.js';

const now = 10_000_000;

describe('a wedged worker', () => {
  it.each([
    ['nothing is due', now - WEDGED_AFTER_MS, null, false],
    ['work became due only now', now - WEDGED_AFTER_MS, 5, false],
    ['it is busy with other work', now - 1000, 900, false],
    ['it is silent while work waits', now - WEDGED_AFTER_MS, 900, true],
  ])('%s', (_when, lastProgressAt, oldestDue, wedged) => {
    expect(isWedged(now, lastProgressAt, oldestDue)).toBe(wedged);
  });
});
