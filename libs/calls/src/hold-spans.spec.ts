import { holdSpansIn } from './hold-spans.rules.js';

const began = new Date('2026-12-01T09:00:10Z');
const holds: [string, string][] = [['2026-12-01T09:00:30.000Z', '2026-12-01T09:00:45.500Z']];

describe('the holds of a recording', () => {
  it('are counted from its start', () => {
    expect(holdSpansIn({ holdSpans: [], holds }, began)).toEqual([{ fromMs: 20_000, toMs: 35_500 }]);
  });

  it('are not known where its start is not', () => {
    expect(holdSpansIn({ holdSpans: [], holds }, null)).toBeNull();
  });

  it('are none where the telephone system says that there was none, whenever it began', () => {
    expect(holdSpansIn({ holdSpans: [], holds: [] }, null)).toEqual([]);
  });

  it('are those that were said of the recording itself', () => {
    const holdSpans = [{ fromMs: 1000, toMs: 2000 }];
    expect(holdSpansIn({ holdSpans, holds }, began)).toEqual(holdSpans);
    expect(holdSpansIn({ holdSpans, holds: null }, null)).toEqual(holdSpans);
  });

  it('begin with it where they began before, and are left out where they ended before', () => {
    const early: [string, string][] = [
      ['2026-12-01T09:00:00Z', '2026-12-01T09:00:05Z'],
      ['2026-12-01T09:00:08Z', '2026-12-01T09:00:12Z'],
    ];
    expect(holdSpansIn({ holdSpans: [], holds: early }, began)).toEqual([{ fromMs: 0, toMs: 2000 }]);
  });
});
