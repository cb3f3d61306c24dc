import { describe, expect, it } from '@jest/globals';
import type { FloorFrame, FloorRows } from '#contracts';
import { recordsOf, rowOf, rowsOf, takeFrame } from './floor.rules.js';

const frame = (given: Partial<FloorFrame>): FloorFrame => ({
  ...{ at: '2026-12-01T06:00:00Z', teamId: 'a', part: 'line', whole: false, set: {}, gone: [] },
  ...given,
});
const queue = (name: string, waiting: number): FloorRows => ({
  [`queue:${name}`]: { row: 'queue', queue: name, waiting, longestSince: null },
});
const promises: FloorRows = { promises: { row: 'promises', overdue: 1, dueToday: 2, withoutTime: 0 } };

describe('a floor on a screen', () => {
  const begun = takeFrame(
    takeFrame({}, frame({ whole: true, set: { ...queue('cards', 1), ...queue('loans', 2) } })),
    frame({ part: 'promises', whole: true, set: promises }),
  );

  it('takes what changed and what is gone, and leaves the rest', () => {
    const after = takeFrame(begun, frame({ set: queue('cards', 3), gone: ['queue:loans'] }));
    expect(after['a']).toEqual({ ...queue('cards', 3), ...promises });
  });

  it('has of a whole part nothing that was there before, and of other parts all', () => {
    expect(takeFrame(begun, frame({ whole: true, set: queue('home', 0) }))['a']).toEqual({
      ...queue('home', 0),
      ...promises,
    });
  });

  it('says that no records came only once the team’s own row says so', () => {
    const team = (recordsAt: string | null) => ({ team: { row: 'team', recordsAt } }) as unknown as FloorRows;
    expect([undefined, promises, team(null), team('2026-12-01T06:00:00Z')].map(recordsOf)).toEqual([
      ...['unread', 'unread', 'none'],
      { at: '2026-12-01T06:00:00Z' },
    ]);
  });

  it('keeps teams apart', () => {
    const after = takeFrame(begun, frame({ teamId: 'b', whole: true, set: queue('cards', 9) }));
    expect(rowsOf(after['a'], 'queue').map(({ waiting }) => waiting)).toEqual([1, 2]);
    expect(rowOf(after['b'], 'queue')?.waiting).toBe(9);
    expect(rowOf(after['b'], 'promises')).toBeNull();
  });
});
