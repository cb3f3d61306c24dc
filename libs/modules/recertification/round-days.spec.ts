import { dueAfter, nextRoundOn, remindersDue } from './round-days.rules.js';

describe('the days of a review of rights', () => {
  it('end with the site’s day', () => {
    expect(dueAfter(new Date('2026-11-28T17:00:00Z'), 21, 'Asia/Shanghai').toISOString()).toBe(
      '2026-12-20T15:59:59.999Z',
    );
  });
  it('go on from the day that was planned, and once after a long absence', () => {
    expect(nextRoundOn('2026-08-31', 6, '2026-08-31')).toBe('2027-02-28');
    expect(nextRoundOn('2026-08-31', 6, '2027-09-01')).toBe('2028-02-29');
  });
  it('have a reminder a week and a day before the end', () => {
    const due = new Date('2026-12-20T16:00:00Z');
    expect(
      ['2026-12-12T16:00:00Z', '2026-12-13T16:00:00Z', '2026-12-19T16:00:00Z'].map((now) =>
        remindersDue(due, new Date(now)),
      ),
    ).toEqual([0, 1, 2]);
  });
});
