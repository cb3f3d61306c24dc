import { type CallReportRow, type Rate } from '#contracts';
import { passedLines } from './figure-alerts.rules.js';

const row = (critical: number | null, rings: [number, number] | null): CallReportRow => ({
  ...{ key: 'team', name: null, detail: null, narrow: {} },
  figures: {
    calls: 100,
    rings: rings && ({ n: rings[0], of: rings[1], low: 0, high: 1 } satisfies Rate),
    judged: critical === null ? null : { scored: 50, points: null, critical, abstained: 0 },
  },
});
const LINES = { criticalOfTeam: 3, ringsPercent: 80, leastCalls: 20 };
const measures = (one: CallReportRow, lines: Parameters<typeof passedLines>[1] = LINES) =>
  passedLines([one], lines).map(({ measure }) => measure);

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
