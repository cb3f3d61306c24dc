import fc from 'fast-check';
import { addHeard, mergeHeard, mostHeardMs, type Interval } from './heard.rules.js';

const DURATION = 200;
const interval = fc.tuple(fc.nat(260), fc.nat(260)).map(([a, b]): Interval => [a, b]);
const intervals = fc.array(interval, { maxLength: 12 });

/** The same said slowly: every millisecond that any span holds. */
const millisecondsOf = (spans: readonly Interval[]): Set<number> => {
  const heard = new Set<number>();
  for (const [from, to] of spans) for (let ms = from; ms < Math.min(to, DURATION); ms++) heard.add(ms);
  return heard;
};

describe('merging what was heard', () => {
  it('joins spans that touch or overlap and cuts at the end', () => {
    expect(
      mergeHeard(
        [
          [0, 10],
          [50, 60],
        ],
        [
          [10, 20],
          [55, 300],
          [30, 30],
          [40, 35],
        ],
        DURATION,
      ),
    ).toEqual([
      [0, 20],
      [50, 200],
    ]);
  });

  it('keeps exactly the milliseconds that were heard, as sorted spans with gaps between', () => {
    fc.assert(
      fc.property(intervals, intervals, (known, added) => {
        const merged = mergeHeard(mergeHeard([], known, DURATION), added, DURATION);
        expect(millisecondsOf(merged)).toEqual(millisecondsOf([...known, ...added]));
        merged.forEach(([from, to], i) => {
          expect(from).toBeLessThan(to);
          if (i > 0) expect(from).toBeGreaterThan((merged[i - 1] as Interval)[1]);
        });
      }),
      { seed: 11 },
    );
  });

  it('does not care about the order or repetition of reports', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const once = mergeHeard(mergeHeard([], a, DURATION), b, DURATION);
        expect(mergeHeard(mergeHeard(mergeHeard([], b, DURATION), a, DURATION), b, DURATION)).toEqual(once);
      }),
      { seed: 12 },
    );
  });
});

describe('how much can have been heard', () => {
  const add = (known: Interval[], added: Interval[], mostMs: number) =>
    addHeard(known, added, { durationMs: 200, mostMs, sentMs: [[0, 200]] });

  it('is what the time since the opening allows at the fastest speed, and three seconds for two clocks', () => {
    expect([mostHeardMs(-60_000), mostHeardMs(0), mostHeardMs(10_000)]).toEqual([3_000, 3_000, 23_000]);
  });

  it('is counted from where it was said to begin, around what was heard before', () => {
    expect(add([], [[0, 200]], 50)).toEqual([[0, 50]]);
    expect(add([[20, 40]], [[10, 200]], 50)).toEqual([[10, 60]]);
    expect(
      add(
        [[20, 40]],
        [
          [150, 190],
          [0, 10],
        ],
        35,
      ),
    ).toEqual([
      [0, 10],
      [20, 40],
      [150, 155],
    ]);
    expect(add([[0, 60]], [[10, 100]], 50)).toEqual([[0, 60]]);
  });

  it('is never more than that, and never less than what was known', () => {
    fc.assert(
      fc.property(intervals, intervals, fc.nat(250), (known, added, mostMs) => {
        const before = mergeHeard([], known, DURATION);
        const after = add(before, added, mostMs);
        const both = millisecondsOf([...before, ...added]);
        const heard = millisecondsOf(after);
        expect(heard.size).toBe(Math.max(millisecondsOf(before).size, Math.min(mostMs, both.size)));
        for (const ms of heard) expect(both.has(ms)).toBe(true);
      }),
      { seed: 13 },
    );
  });

  it('is none of what was never sent', () => {
    const sent = (...sentMs: Interval[]) => addHeard([], [[0, 100]], { durationMs: 200, mostMs: 1000, sentMs });
    expect(sent()).toEqual([]);
    expect(sent([10, 30], [90, 150])).toEqual([
      [10, 30],
      [90, 100],
    ]);
  });
});
