import { mondayOf, theDayOf, weekTo, yesterdayOf } from './home-days.rules.js';

describe('days of the home screen', () => {
  // Wednesday 1 April 2026, 00:30 in Shanghai; still Tuesday in London.
  const now = new Date('2026-03-31T16:30:00Z');

  it('are the site’s, over the end of a month', () => {
    expect(yesterdayOf(now, 'Asia/Shanghai')).toEqual({ from: '2026-03-31', to: '2026-03-31' });
    expect(yesterdayOf(now, 'Europe/London')).toEqual({ from: '2026-03-30', to: '2026-03-30' });
    expect(weekTo(now, 'Asia/Shanghai')).toEqual({ from: '2026-03-26', to: '2026-04-01' });
  });

  it('of an instant is the day on which it was there', () => {
    expect(theDayOf(now, 'Asia/Shanghai')).toEqual({ from: '2026-04-01', to: '2026-04-01' });
    expect(theDayOf(now, 'Europe/London').from).toBe('2026-03-31');
  });

  it('begin a week on Monday', () => {
    expect(mondayOf(now, 'Asia/Shanghai')).toBe('2026-03-30');
    expect(mondayOf(new Date('2026-03-29T12:00:00Z'), 'Asia/Shanghai')).toBe('2026-03-23');
  });
});
