import { fateOf, inventedWeeks, WEEKS_BACK } from './invented-draws.rules.js';

const ZONE = 'Asia/Shanghai';

describe('invented draws', () => {
  it('are of the weeks that are over, each drawn after its end and not in the future', () => {
    for (const now of ['2026-03-12T03:00:00Z', '2026-03-08T17:00:00Z', '2026-03-08T15:59:00Z'].map(
      (at) => new Date(at),
    )) {
      const weeks = inventedWeeks(now, ZONE);
      expect(weeks).toHaveLength(WEEKS_BACK);
      for (const { fromAt, toAt, drawnAt, committedAt } of weeks)
        expect(committedAt < fromAt && fromAt < toAt && toAt <= drawnAt && drawnAt <= now).toBe(true);
    }
    const [first] = inventedWeeks(new Date('2026-03-12T03:00:00Z'), ZONE);
    expect(first).toMatchObject({ fromDay: '2026-02-16', toDay: '2026-02-22' });
  });

  it('leave something to be done, overdue and replaced', () => {
    const fates = (week: number) => Array.from({ length: 8 }, (_, n) => fateOf(week, n));
    expect(fates(WEEKS_BACK - 1)).toEqual(expect.arrayContaining(['done', 'waiting', 'taken']));
    expect(fates(1)).toContain('taken');
    expect(fates(0).filter((one) => one === 'replaced')).toHaveLength(1);
  });
});
