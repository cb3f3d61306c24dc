import { comingPeriods, firstDay, lastPeriod } from './period.rules.js';

const days = (periods: { fromDay: string; toDay: string }[]) => periods.map(({ fromDay, toDay }) => [fromDay, toDay]);

describe('the periods of a plan', () => {
  // Thursday, 12 March 2026, 23:30 in Shanghai.
  const now = new Date('2026-03-12T15:30:00Z');

  it('are those that begin after this moment, in the calendar of the site', () => {
    expect(days(comingPeriods('day', 'Asia/Shanghai', now)).slice(0, 2)).toEqual([
      ['2026-03-13', '2026-03-13'],
      ['2026-03-14', '2026-03-14'],
    ]);
    expect(days(comingPeriods('week', 'Asia/Shanghai', now))).toEqual([
      ['2026-03-16', '2026-03-22'],
      ['2026-03-23', '2026-03-29'],
    ]);
    expect(days(comingPeriods('month', 'Asia/Shanghai', now))).toEqual([
      ['2026-04-01', '2026-04-30'],
      ['2026-05-01', '2026-05-31'],
    ]);
    const [first] = comingPeriods('day', 'Asia/Shanghai', now);
    expect([first?.fromAt, first?.toAt]).toEqual([new Date('2026-03-12T16:00:00Z'), new Date('2026-03-13T16:00:00Z')]);
  });

  it('of a plan that is changed begin when the one under way is over', () => {
    const first = (period: 'day' | 'week' | 'month', until: string | null) =>
      firstDay(period, 'Asia/Shanghai', now, until === null ? null : new Date(until));
    expect([first('day', null), first('week', null), first('month', null)]).toEqual([
      ...['2026-03-13', '2026-03-16', '2026-04-01'],
    ]);
    // A month that is drawn until the end of March.
    const over = '2026-03-31T16:00:00Z';
    expect([first('day', over), first('week', over), first('month', over)]).toEqual([
      ...['2026-04-01', '2026-04-06', '2026-04-01'],
    ]);
    expect(first('day', '2026-03-01T16:00:00Z')).toBe('2026-03-13');
  });

  it('have as many hours as the day has where clocks are turned', () => {
    const [turned] = comingPeriods('day', 'Europe/Berlin', new Date('2026-03-28T12:00:00Z'));
    expect(turned && turned.toAt.getTime() - turned.fromAt.getTime()).toBe(23 * 3_600_000);
  });

  it('end before the next begins', () => {
    expect(days([lastPeriod('week', 'Asia/Shanghai', now), lastPeriod('month', 'Asia/Shanghai', now)])).toEqual([
      ['2026-03-02', '2026-03-08'],
      ['2026-02-01', '2026-02-28'],
    ]);
  });
});
