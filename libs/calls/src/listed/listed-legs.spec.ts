import { type CallPeriod } from '#contracts';
import { inDays } from './listed-legs.service.js';

const SHANGHAI = 'Asia/Shanghai';
const days = (period: CallPeriod, at: Date, timeZone: string) => inDays({ period }, at, timeZone);
/** Sunday 1 March 2026, 23:30 in Shanghai; Monday has not begun there, nor has Sunday ended. */
const sunday = new Date('2026-03-01T15:30:00Z');

describe('a period of the list', () => {
  it.each([
    ['today', '2026-03-01', '2026-03-01'],
    ['yesterday', '2026-02-28', '2026-02-28'],
    ['this_week', '2026-02-23', '2026-03-01'],
    ['last_week', '2026-02-16', '2026-02-22'],
    ['this_month', '2026-03-01', '2026-03-31'],
    ['last_month', '2026-02-01', '2026-02-28'],
    ['last_30_days', '2026-01-31', '2026-03-01'],
  ] as const)('%s is of the site’s calendar', (period, from, to) => {
    expect(days(period, sunday, SHANGHAI)).toEqual({ from, to });
  });

  it('turns with the site’s midnight, and weeks begin on Monday', () => {
    const monday = new Date('2026-03-01T16:00:00Z');
    expect(days('today', monday, SHANGHAI).from).toBe('2026-03-02');
    expect(days('this_week', monday, SHANGHAI)).toEqual({ from: '2026-03-02', to: '2026-03-08' });
    expect(days('today', monday, 'Europe/London').from).toBe('2026-03-01');
  });

  it('counts days, not 24 hours, where clocks change', () => {
    const after = new Date('2026-03-29T23:30:00Z');
    expect(days('yesterday', after, 'Europe/London').from).toBe('2026-03-29');
  });

  it('narrows days that are given beside it', () => {
    expect(inDays({ period: 'this_week', from: '2026-02-25', to: '2026-04-01' }, sunday, SHANGHAI)).toEqual({
      from: '2026-02-25',
      to: '2026-03-01',
    });
    expect(inDays({ q: '账单' }, sunday, SHANGHAI)).toEqual({ q: '账单' });
  });
});
