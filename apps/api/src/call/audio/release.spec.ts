import fc from 'fast-check';
import { mergeHeard, type Interval } from '#legal';
import { release, type ReleaseQuestion } from './release.rules.js';

/** 100 s at 8,000 bytes a second. */
const recording = { size: 800_000, durationMs: 100_000 };
const ask = (over: Partial<ReleaseQuestion> = {}) =>
  release({
    ...recording,
    from: 0,
    to: recording.size,
    heardMs: [],
    releasedMs: [],
    playheadMs: null,
    openForMs: 0,
    ...over,
  });
const totalMs = (spans: readonly Interval[]) => spans.reduce((sum, [from, to]) => sum + to - from, 0);

/** Asks as often as it can, each time from where `next` says, and keeps what it got. */
function askOn(next: (releasedMs: Interval[]) => number, over: Partial<ReleaseQuestion> = {}): Interval[] {
  let releasedMs: Interval[] = [];
  for (let i = 0; i < 200; i++) {
    const { spanMs } = ask({ ...over, releasedMs, from: Math.min(recording.size - 1, next(releasedMs)) });
    if (spanMs) releasedMs = mergeHeard(releasedMs, [spanMs], recording.durationMs);
  }
  return releasedMs;
}
const endOf = (releasedMs: Interval[]) => (releasedMs.at(-1)?.[1] ?? 0) * 8;

describe('how far audio is given out', () => {
  it('gives ten seconds at the beginning, then waits', () => {
    expect(ask()).toEqual({ to: 80_000, spanMs: [0, 10_000] });
    expect(ask({ releasedMs: [[0, 10_000]], from: 80_000 })).toEqual({ to: 80_000, spanMs: null });
  });

  it('goes on after a jump to just past what was given out, and not for a playhead that is elsewhere', () => {
    const waiting = { releasedMs: [[0, 10_000]] as Interval[], from: 80_000 };
    expect(ask({ ...waiting, playheadMs: 11_500 }).to).toBe(160_000);
    for (const playheadMs of [0, 13_000]) expect(ask({ ...waiting, playheadMs }).to).toBe(80_000);
  });

  it('follows what was heard', () => {
    expect(ask({ releasedMs: [[0, 10_000]], from: 80_000, heardMs: [[0, 3000]] }).to).toBe(104_000);
  });

  it('lets the listener jump, forwards and back, and follows from there', () => {
    const first: Interval[] = [[0, 10_000]];
    expect(ask({ releasedMs: first, from: 400_000 }).to).toBe(480_000);
    const jumped: Interval[] = [...first, [50_000, 60_000]];
    expect(ask({ releasedMs: jumped, from: 480_000, heardMs: [[0, 5000]] }).to).toBe(480_000);
    expect(ask({ releasedMs: jumped, from: 480_000, heardMs: [[50_000, 52_000]] }).to).toBe(496_000);
    expect(ask({ releasedMs: jumped, from: 240_000 }).to).toBe(320_000);
  });

  it('gives again what it gave before', () => {
    expect(ask({ releasedMs: [[0, 10_000]], from: 240_000 / 8 }).to).toBe(80_000);
  });

  it('gives a paused listener nothing more, however often it asks, nor one who leaves out a byte each time', () => {
    const heardMs: Interval[] = [[0, 2000]];
    expect(askOn(endOf, { heardMs })).toEqual([[0, 12_000]]);
    expect(endOf(askOn((released) => endOf(released) + 1, { heardMs }))).toBeLessThanOrEqual(12_000 * 8 + 8);
  });

  it('gives a listener who only jumps no more than a minute, and a second for each that passes', () => {
    const jumping = (released: Interval[]) => endOf(released) + 4000;
    expect(totalMs(askOn(jumping))).toBe(60_000);
    expect(totalMs(askOn(jumping, { openForMs: 5000 }))).toBe(65_000);
    expect(totalMs(askOn(jumping, { heardMs: [[500, 7500]] }))).toBe(67_000);
  });

  it('never gives more than was asked for, nor past the end', () => {
    expect(ask({ to: 100 }).to).toBe(100);
    expect(ask({ from: 799_999 })).toEqual({ to: 800_000, spanMs: [99_999, 100_000] });
  });

  it('gives nothing more for being asked again, with any number of bytes in a millisecond', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20_000, max: 900_000 }),
        fc.integer({ min: 20_000, max: 90_000 }),
        (size, durationMs) => {
          let [from, releasedMs]: [number, Interval[]] = [0, []];
          for (let i = 0; i < 20; i++) {
            const { to, spanMs } = ask({ size, durationMs, from, to: size, releasedMs });
            if (spanMs) releasedMs = mergeHeard(releasedMs, [spanMs], durationMs);
            from = Math.min(to, size - 1);
          }
          expect(releasedMs).toEqual([[0, expect.any(Number)]]);
          expect(totalMs(releasedMs)).toBeLessThanOrEqual(10_000);
        },
      ),
      { seed: 22 },
    );
  });

  it('never gives more than ten seconds past what was heard to a player that goes on where it left off', () => {
    const steps = fc.array(fc.record({ hearsMs: fc.nat(15_000), asks: fc.integer({ min: 1, max: 300_000 }) }));
    fc.assert(
      fc.property(steps, (taken) => {
        let [releasedMs, from, heard]: [Interval[], number, number] = [[], 0, 0];
        for (const { hearsMs, asks } of taken) {
          const to = Math.min(recording.size, from + asks);
          if (from >= recording.size) return;
          // A listener cannot hear what has not arrived.
          heard = Math.min(from / 8, heard + hearsMs);
          const answer = ask({ from, to, releasedMs, heardMs: heard > 0 ? [[0, heard]] : [] });
          expect(answer.to / 8 - heard).toBeLessThanOrEqual(10_001);
          if (answer.spanMs) releasedMs = mergeHeard(releasedMs, [answer.spanMs], recording.durationMs);
          from = answer.to;
        }
      }),
      { seed: 21 },
    );
  });
});
