import { type ReportRhythm } from '#contracts';
import { lastTime, nextTime } from './due.rules.js';

const ZONE = 'Asia/Shanghai';
const daily: ReportRhythm = { period: 'day', weekday: null, monthDay: null, hour: 8 };
const weekly: ReportRhythm = { period: 'week', weekday: 3, monthDay: null, hour: 9 };
const monthly: ReportRhythm = { period: 'month', weekday: null, monthDay: 5, hour: 7 };
/** By the clock of the site. */
const at = (said: string) => new Date(`${said}:00+08:00`);

describe('the times of a report', () => {
  it.each([
    [daily, '2026-03-01T08:00', '2026-03-01T08:00', '2026-02-28', '2026-02-28'],
    [daily, '2026-03-01T07:59', '2026-02-28T08:00', '2026-02-27', '2026-02-27'],
    [weekly, '2026-03-04T09:00', '2026-03-04T09:00', '2026-02-23', '2026-03-01'],
    [weekly, '2026-03-04T08:59', '2026-02-25T09:00', '2026-02-16', '2026-02-22'],
    [weekly, '2026-03-02T00:00', '2026-02-25T09:00', '2026-02-16', '2026-02-22'],
    [monthly, '2026-03-05T07:00', '2026-03-05T07:00', '2026-02-01', '2026-02-28'],
    [monthly, '2026-03-05T06:59', '2026-02-05T07:00', '2026-01-01', '2026-01-31'],
    [monthly, '2026-01-01T00:00', '2025-12-05T07:00', '2025-11-01', '2025-11-30'],
  ])('%j: at %s the last was %s, of %s to %s', (rhythm, now, dueAt, from, to) => {
    expect(lastTime(rhythm, ZONE, at(now))).toEqual({ dueAt: at(dueAt), from, to });
  });

  it.each([
    [daily, '2026-03-01T08:00', '2026-03-02T08:00'],
    [daily, '2026-03-01T07:59', '2026-03-01T08:00'],
    [weekly, '2026-03-04T09:00', '2026-03-11T09:00'],
    [monthly, '2026-12-31T12:00', '2027-01-05T07:00'],
  ])('%j: after %s comes %s', (rhythm, now, dueAt) => {
    expect(nextTime(rhythm, ZONE, at(now)).dueAt).toEqual(at(dueAt));
  });

  it('comes once in the night that is an hour longer, and in the one that is shorter', () => {
    const early: ReportRhythm = { ...daily, hour: 2 };
    const times = (from: string, hours: number) =>
      new Set(
        Array.from({ length: hours * 4 }, (_, n) =>
          lastTime(early, 'Europe/Berlin', new Date(Date.parse(from) + n * 900_000)).dueAt.toISOString(),
        ),
      );
    expect([...times('2026-10-24T12:00:00Z', 24)]).toHaveLength(2);
    expect([...times('2026-03-28T12:00:00Z', 24)]).toHaveLength(2);
  });
});
