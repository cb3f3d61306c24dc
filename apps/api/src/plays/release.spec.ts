import fc from 'fast-check';
import { release, type Run } from './release.rules.js';

/** 100 s at 8,000 bytes a second. */
const recording = { size: 800_000, durationMs: 100_000 };
const ask = (over: Partial<Parameters<typeof release>[1]> = {}) => ({
  ...recording,
  from: 0,
  to: recording.size,
  heardMs: [],
  waitedMs: 0,
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

  it('lets a player read the end to learn the length, at any bit rate', () => {
    const slow = ask({ size: 300_000, to: 300_000, from: 300_000 - 98_304 });
    expect(release([], slow).to).toBe(300_000);
    expect(release([], { ...slow, from: slow.from - 1 }).to).toBeLessThan(300_000);
  });

  it('never gives more than was asked for, nor past the end', () => {
    expect(release([], ask({ to: 100 })).to).toBe(100);
    expect(release([], ask({ from: 799_999 })).to).toBe(800_000);
  });

  it('helps a stuck player over the half block that it cannot use', () => {
    const { runs } = release([], ask());
    const helped = release(runs, ask({ from: 80_000, waitedMs: 400 }));
    expect(helped.to).toBe(98_304);
    expect(release(helped.runs, ask({ from: 98_304, waitedMs: 5900 })).to).toBe(98_304);
  });

  it('gets a player that waits for an untold jump there, and a paused one no further', () => {
    let [runs, from]: [Run[], number] = [release([], ask()).runs, 80_000];
    for (let i = 0; i < 20; i++) {
      const answer = release(runs, ask({ from, waitedMs: 6000 }));
      [runs, from] = [answer.runs, answer.to];
    }
    expect(from).toBe((2 + 7) * 32_768);
  });

  it('follows a jump that was told, also where the player waits for the request under way', () => {
    const { runs } = release([], ask());
    expect(release(runs, ask({ from: 80_000, to: 90_000, heardMs: [[25_000, 25_001]] })).to).toBe(90_000);
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
