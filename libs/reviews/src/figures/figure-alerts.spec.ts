import { type CallReportRow, type Rate } from '#contracts';
import { daysToJudge, crossedThresholds } from './figure-alerts.rules.js';

const row = (critical: number | null, rings: [number, number] | null): CallReportRow => ({
  ...{ key: 'team', name: null, detail: null, narrow: {} },
  figures: {
    calls: 100,
    rings: rings && ({ n: rings[0], of: rings[1], low: 0, high: 1 } satisfies Rate),
    judged: critical === null ? null : { scored: 50, points: null, oneAgent: false, critical, abstained: 0 },
  },
});
const LINES = { criticalOfTeam: 3, ringsPercent: 80, leastCalls: 20 };
const measures = (one: CallReportRow, lines: Parameters<typeof crossedThresholds>[1] = LINES) =>
  crossedThresholds([one], lines).map(({ measure }) => measure);

describe('lines of figures', () => {
  it.each([
    [row(2, [80, 100]), []],
    [row(3, [80, 100]), ['critical']],
    [row(2, [79, 100]), ['rings']],
    [row(9, [0, 100]), ['critical', 'rings']],
    [row(0, [0, 19]), []],
    [row(0, null), []],
    [row(null, [100, 100]), []],
  ])('are passed by enough, and a share of enough calls (%#)', (one, expected) => {
    expect(measures(one)).toEqual(expected);
  });

  it('are passed by nothing where none is set', () => {
    expect(measures(row(99, [0, 100]), { criticalOfTeam: null, ringsPercent: null, leastCalls: 1 })).toEqual([]);
  });
});

describe('days that are judged', () => {
  const ZONE = 'Asia/Shanghai';
  const LONG_AGO = new Date('2026-01-01T00:00:00Z');
  const days = (now: string, since = LONG_AGO) => daysToJudge(new Date(now), since, ZONE);

  it('are the last seven that are over, so that a worker that was down tells late', () => {
    expect(days('2026-11-28T12:00:00+08:00').map(({ day }) => day)).toEqual(
      ['21', '22', '23', '24', '25', '26', '27'].map((day) => `2026-11-${day}`),
    );
  });

  it('begin with the day on which the lines in force were set', () => {
    const since = new Date('2026-11-26T23:00:00+08:00');
    expect(days('2026-11-28T12:00:00+08:00', since).map(({ day }) => day)).toEqual(['2026-11-26', '2026-11-27']);
    expect(days('2026-11-26T23:30:00+08:00', since)).toEqual([]);
  });

  it.each([
    ['2026-11-28T00:10:00+08:00', false],
    ['2026-11-28T05:59:00+08:00', false],
    ['2026-11-28T06:00:00+08:00', true],
  ])('are judged by rings some hours later: at %s %s', (now, rings) => {
    expect(days(now).at(-1)).toEqual({ day: '2026-11-27', rings });
    expect(days(now).at(-2)).toEqual({ day: '2026-11-26', rings: true });
  });
});
