import {
  isCompared,
  LIMITS,
  NO_PAST,
  unusualAccess,
  type GroupKind,
  type Past,
  type PlayGroup,
} from './unusual-access.rules.js';

const group = (kind: GroupKind, plays: number, over: Partial<PlayGroup> = {}): PlayGroup => ({
  personId: 'wang',
  kind,
  key: null,
  plays,
  hours: null,
  latest: Array.from({ length: Math.min(plays, 5) }, (_, i) => ({ at: 1000 - i, callId: `call ${i}` })),
  ...over,
});
/** `each` plays in as many of the eight weeks before, at ten in the morning. */
const weeksBefore = (each: number, weeks: number = LIMITS.weeksBefore): Past => ({
  plays: weeks * each,
  hours: [10],
  weeks: NO_PAST.weeks.map((_, week) => (week < weeks ? each : 0)),
});
const found = (groups: PlayGroup[], past: Past = NO_PAST) => unusualAccess(groups, new Map([['wang', past]]));
const rulesOf = (groups: PlayGroup[], past?: Past) => found(groups, past).map(({ rule }) => rule);
const at = (hour: number, plays = 1) => group('hour', plays, { key: hour });
const week = (plays: number) => group('week', plays, { key: 0 });

describe('unusual access', () => {
  it('says nothing of ordinary use', () => {
    expect(rulesOf([group('all', 2), at(10, 2), week(2)], weeksBefore(3))).toEqual([]);
  });

  it('names hours in which the person never opened anything, and counts the hour beside a usual one as usual', () => {
    const [one, ...others] = found([group('all', 4), at(11), at(3, 2), at(4)], weeksBefore(3));
    expect(one).toMatchObject({ rule: 'outside_hours', plays: 3, of: 4, figures: { earlier: 24, hours: 3 } });
    expect(one?.latest.map((play) => play.at)).toEqual([1000, 1000, 999]);
    expect(others).toEqual([]);
  });

  it('compares no person of whom too little is known', () => {
    expect(rulesOf([at(3)], weeksBefore(1))).toEqual([]);
    expect(rulesOf([at(3)], weeksBefore(20, 1))).toEqual(['outside_hours']);
    expect(isCompared(weeksBefore(1, 3))).toBe(false);
    expect(isCompared(weeksBefore(1, 4))).toBe(true);
    expect(isCompared(NO_PAST)).toBe(false);
  });

  it('compares a week with the median of the person’s own weeks', () => {
    expect(rulesOf([week(15)], weeksBefore(5))).toEqual([]);
    expect(found([group('all', 16), week(16)], weeksBefore(5))).toMatchObject([
      { rule: 'far_more', plays: 16, of: 16, figures: { median: 5, weeks: 8 } },
    ]);
    expect(rulesOf([week(11)], weeksBefore(1))).toEqual(['far_more']);
    expect(rulesOf([week(10)], weeksBefore(1))).toEqual([]);
    expect(rulesOf([week(16)], weeksBefore(5, 3))).toEqual([]);
  });

  it('names a recording that one person opens again and again', () => {
    expect(rulesOf([group('same_recording', 4)])).toEqual([]);
    expect(rulesOf([group('same_recording', 5), group('same_recording', 6)])).toEqual([
      'same_recording',
      'same_recording',
    ]);
  });

  it('names what was opened shortly before the end of the right, and each person apart', () => {
    expect(found([group('before_end', 2, { hours: 1.52 })])).toMatchObject([
      { rule: 'before_end', plays: 2, figures: { hours: 1.5 } },
    ]);
    const two = [group('break_glass', 1), group('break_glass', 1, { personId: 'chen' })];
    expect(found(two).map(({ personId }) => personId)).toEqual(['wang', 'chen']);
  });

  it('names every emergency, and requests for one’s own team from the third play on', () => {
    expect(rulesOf([group('break_glass', 1)])).toEqual(['break_glass']);
    expect(rulesOf([group('own_team', 2)])).toEqual([]);
    expect(rulesOf([group('own_team', 3)])).toEqual(['own_team']);
  });
});
