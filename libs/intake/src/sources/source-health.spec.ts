import { healthOf, type SourceState } from './source-health.rules.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 11, 1, 15, 30);
const LIMITS = { silentHours: 2, asideFiles: 10 };

/** Records in each hour of the days before, from nine to six. */
const worked = (days: number): number[] =>
  Array.from({ length: days }, (_, day) => day + 1).flatMap((day) =>
    [9, 10, 11, 12, 13, 14, 15, 16, 17].map((hour) => Date.UTC(2026, 11, 1, hour) - day * DAY),
  );
const state = (over: Partial<SourceState> = {}): SourceState => ({
  ...{ endedAt: null, lastReceivedAt: NOW - 5 * HOUR, hours: worked(14), problem: null, asideToday: 0, ...over },
});
const health = (over: Partial<SourceState> = {}, now = NOW) => healthOf(state(over), now, LIMITS);

describe('a source', () => {
  it('is silent when it sent in these hours a week ago, and has not for as long as the settings say', () => {
    expect(health()).toBe('silent');
    expect(health({ lastReceivedAt: NOW - HOUR })).toBe('well');
    expect(healthOf(state(), NOW, { ...LIMITS, silentHours: 0 })).toBe('well');
  });

  it('is compared with the day before while it is young', () => {
    expect(health({ hours: worked(2) })).toBe('silent');
  });

  it.each([
    ['at night', Date.UTC(2026, 11, 1, 23, 30)],
    ['in the first hour of the day', Date.UTC(2026, 11, 1, 9, 30)],
  ])('is not silent %s', (_, now) => {
    expect(health({ lastReceivedAt: now - 12 * HOUR }, now)).toBe('well');
  });

  it('that never sent waits, that was ended is ended, and one whose folder cannot be read is blocked', () => {
    expect(health({ lastReceivedAt: null, hours: [] })).toBe('waiting');
    expect(health({ endedAt: NOW })).toBe('ended');
    expect(health({ problem: 'missing' })).toBe('blocked');
    expect(health({ lastReceivedAt: NOW, asideToday: 10 })).toBe('aside');
  });
});
