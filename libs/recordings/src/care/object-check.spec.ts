import { scrubBudget } from './object-check.service.js';

const [HOUR, DAY, GIB] = [3_600_000, 86_400_000, 1024 ** 3];

describe('how much the scrubber reads in a run', () => {
  it.each([30, 7, 1])('is enough to read everything once in %d days', (days) => {
    for (const bytes of [50 * GIB, 1_700 * GIB, 600_000 * GIB]) {
      const budget = scrubBudget({ bytes, everyMs: days * DAY, runEveryMs: HOUR });
      expect(budget * days * 24).toBeGreaterThanOrEqual(bytes * 1.2);
      expect(budget * days * 24).toBeLessThanOrEqual(Math.max(bytes * 1.3, days * 24 * GIB));
    }
  });

  it('is a gigabyte where there is little, and everything where everything is always due', () => {
    expect(scrubBudget({ bytes: 5, everyMs: 30 * DAY, runEveryMs: HOUR })).toBe(GIB);
    expect(scrubBudget({ bytes: 9 * GIB, everyMs: 0, runEveryMs: HOUR })).toBe(9 * GIB);
  });
});
