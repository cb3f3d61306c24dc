import fc from 'fast-check';
import { release, type Run } from './release.rules.js';

/** 100 s at 8,000 bytes a second. */
const recording = { size: 800_000, durationMs: 100_000 };
const ask = (over: Partial<Parameters<typeof release>[1]> = {}) => ({
  ...recording,
  from: 0,
  to: recording.size,
  heardMs: [],
  ...over,
});

describe('how far audio is given out', () => {
  it('gives ten seconds at the beginning, then waits', () => {
    const first = release([], ask());
    expect(first.to).toBe(80_000);
    expect(release(first.runs, ask({ from: 80_000 })).to).toBe(80_000);
  });

  it('follows what was heard', () => {
    const { runs } = release([], ask());
    expect(release(runs, ask({ from: 80_000, heardMs: [[0, 3000]] })).to).toBe(104_000);
  });

  it('lets the listener jump, forwards and back, and follows from there', () => {
    const { runs } = release([], ask());
    const jump = release(runs, ask({ from: 400_000 }));
    expect(jump.to).toBe(480_000);
    expect(release(jump.runs, ask({ from: 480_000, heardMs: [[0, 5000]] })).to).toBe(480_000);
    expect(release(jump.runs, ask({ from: 480_000, heardMs: [[50_000, 52_000]] })).to).toBe(496_000);
  });

  it('gives again what it gave before', () => {
    const { runs } = release([], ask());
    expect(release(runs, ask({ from: 30_000 })).to).toBe(80_000);
  });

  it('gives a paused listener nothing more, however often it asks', () => {
    let { runs } = release([], ask({ heardMs: [[0, 2000]] }));
    for (let i = 0; i < 20; i++) ({ runs } = release(runs, ask({ from: runs[0]?.to ?? 0, heardMs: [[0, 2000]] })));
    expect(runs).toEqual([{ from: 0, to: 96_000 }]);
  });

  it('never gives more than was asked for, nor past the end', () => {
    expect(release([], ask({ to: 100 })).to).toBe(100);
    expect(release([], ask({ from: 799_999 })).to).toBe(800_000);
  });

  it('never gives more than ten seconds past what was heard to a player that goes on where it left off', () => {
    const steps = fc.array(fc.record({ hearsMs: fc.nat(15_000), asks: fc.integer({ min: 1, max: 300_000 }) }));
    fc.assert(
      fc.property(steps, (taken) => {
        let [runs, from, heard]: [Run[], number, number] = [[], 0, 0];
        for (const { hearsMs, asks } of taken) {
          const to = Math.min(recording.size, from + asks);
          if (from >= recording.size) return;
          // Nobody hears what has not come.
          heard = Math.min(from / 8, heard + hearsMs);
          const answer = release(runs, ask({ from, to, heardMs: heard > 0 ? [[0, heard]] : [] }));
          expect(answer.to / 8 - heard).toBeLessThanOrEqual(10_001);
          [runs, from] = [answer.runs, answer.to];
        }
      }),
      { seed: 21 },
    );
  });
});
