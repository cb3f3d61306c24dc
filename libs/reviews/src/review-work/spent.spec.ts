import { describe, expect, it } from '@jest/globals';
import { afterBeat, median, MOST_MS, type Spent } from './spent.rules.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 5) + seconds * 1000);
const after = (...seconds: number[]): Spent =>
  seconds.reduce<Spent | null>((was, one) => afterBeat(was, at(one)), null)!;

describe('the time that a review takes', () => {
  it('is what passed between signs of activity', () => {
    expect(after(0, 15, 30, 42).spentMs).toBe(42_000);
  });

  it('leaves out what passed while there was none', () => {
    expect(after(0, 15, 600, 615).spentMs).toBe(30_000);
  });

  it('counts once what two screens say at the same time', () => {
    expect(after(0, 1, 15, 16, 30, 31).spentMs).toBe(31_000);
  });

  it('never goes back, also where clocks do', () => {
    expect(after(0, 15, 10, 20).spentMs).toBe(20_000);
  });

  it('ends somewhere', () => {
    expect(afterBeat({ spentMs: MOST_MS - 1000, activeAt: at(0) }, at(15)).spentMs).toBe(MOST_MS);
  });
});

describe('a median', () => {
  it('is the one in the middle, of whatever order', () => {
    expect([median([]), median([5]), median([9, 1, 5]), median([1, 9, 5, 3])]).toEqual([null, 5, 5, 4]);
  });
});
