import { isCompared, LIMITS, unusualAccess, type Opening } from './unusual-access.rules.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const from = Date.parse('2026-03-02T00:00:00Z');
const period = { from, to: from + 28 * DAY, timeZone: 'UTC' };

let made = 0;
const play = (at: number, over: Partial<Opening> = {}): Opening => ({
  personId: 'wang',
  at,
  callId: `call ${++made}`,
  recordingId: `recording ${made}`,
  right: 'standing',
  ownTeam: true,
  grantRevokedAt: null,
  leftAt: null,
  ...over,
});
/** `each` plays in every one of the eight weeks before, at ten in the morning. */
const weeksBefore = (each: number, weeks: number = LIMITS.weeksBefore) =>
  Array.from({ length: weeks * each }, (_, i) => play(from - (Math.floor(i / each) + 1) * 7 * DAY + 10 * HOUR));
const rulesOf = (openings: Opening[], earlier: Opening[] = []) =>
  unusualAccess(openings, earlier, period).map(({ rule }) => rule);

describe('unusual access', () => {
  it('says nothing of ordinary use', () => {
    expect(rulesOf([play(from + 10 * HOUR), play(from + 34 * HOUR)], weeksBefore(3))).toEqual([]);
  });

  it('names hours in which the person never opened anything, and counts the hour beside a usual one as usual', () => {
    const found = unusualAccess([play(from + 11 * HOUR), play(from + 3 * HOUR)], weeksBefore(3), period);
    expect(found).toMatchObject([{ rule: 'outside_hours', of: 2, figures: { earlier: 24, hours: 3 } }]);
    expect(found[0]?.plays.map(({ at }) => at)).toEqual([from + 3 * HOUR]);
  });

  it('compares nobody of whom too little is known', () => {
    expect(rulesOf([play(from + 3 * HOUR)], weeksBefore(1))).toEqual([]);
    expect(rulesOf([play(from + 3 * HOUR)], weeksBefore(20, 1))).toEqual(['outside_hours']);
    expect(isCompared(weeksBefore(1, 3), from)).toBe(false);
    expect(isCompared(weeksBefore(1, 4), from)).toBe(true);
  });

  it('compares a week with the median of the person’s own weeks', () => {
    const week = (plays: number) => Array.from({ length: plays }, () => play(from + 10 * HOUR));
    expect(rulesOf(week(15), weeksBefore(5))).toEqual([]);
    const found = unusualAccess(week(16), weeksBefore(5), period);
    expect(found).toMatchObject([{ rule: 'far_more', of: 16, figures: { median: 5, weeks: 8 } }]);
    expect(rulesOf(week(11), weeksBefore(1))).toEqual(['far_more']);
    expect(rulesOf(week(10), weeksBefore(1))).toEqual([]);
    expect(rulesOf(week(16), weeksBefore(5, 3))).toEqual([]);
  });

  it('names a recording that one person opens again and again', () => {
    const again = (times: number) =>
      Array.from({ length: times }, (_, i) => play(from + i * DAY, { recordingId: 'one' }));
    expect(rulesOf(again(4))).toEqual([]);
    expect(rulesOf(again(5))).toEqual(['same_recording']);
    expect(rulesOf([...again(4), play(from, { recordingId: 'one', personId: 'chen' })])).toEqual([]);
  });

  it('names what was opened shortly before the right was taken back or the person left', () => {
    const at = from + DAY;
    expect(rulesOf([play(at, { grantRevokedAt: at + 25 * HOUR })])).toEqual([]);
    expect(unusualAccess([play(at, { grantRevokedAt: at + 90 * 60_000 })], [], period)).toMatchObject([
      { rule: 'before_end', figures: { hours: 1.5 } },
    ]);
    expect(rulesOf([play(at, { leftAt: at + 6 * DAY })])).toEqual(['before_end']);
    expect(rulesOf([play(at, { leftAt: at + 8 * DAY })])).toEqual([]);
    expect(rulesOf([play(at, { grantRevokedAt: at - HOUR })])).toEqual([]);
  });

  it('names every emergency, and requests for one’s own team from the third play on', () => {
    expect(rulesOf([play(from, { right: 'break_glass', ownTeam: false })])).toEqual(['break_glass']);
    const own = (times: number) => Array.from({ length: times }, () => play(from, { right: 'request' }));
    expect(rulesOf(own(2))).toEqual([]);
    expect(rulesOf(own(3))).toEqual(['own_team']);
    expect(rulesOf(own(3).map((one) => ({ ...one, ownTeam: false })))).toEqual([]);
  });
});
