import { describe, expect, it } from '@jest/globals';
import { addHeard, heardMs, soundedThrough } from './heard.rules.js';

describe('what was heard', () => {
  it('grows while playing and keeps stretches apart after a jump', () => {
    const first = addHeard(addHeard([], 0, 250), 250, 500);
    expect(first).toEqual([[0, 500]]);
    expect(heardMs(addHeard(first, 9000, 9200))).toBe(700);
    expect(addHeard(first, 9000, 9200)).toEqual([
      [0, 500],
      [9000, 9200],
    ]);
  });
  it('tells what was heard twice only once, and closes gaps that were filled', () => {
    expect(
      addHeard(
        [
          [0, 500],
          [800, 900],
        ],
        400,
        800,
      ),
    ).toEqual([[0, 900]]);
  });
  it('leaves out what has no length, and never starts below zero', () => {
    expect(addHeard([], 500, 500)).toEqual([]);
    expect(addHeard([], -20.5, 10.2)).toEqual([[0, 11]]);
  });
  it('does not take a jump for listening', () => {
    expect(soundedThrough(1000, 1250, 1)).toBe(true);
    expect(soundedThrough(1000, 4000, 1)).toBe(false);
    expect(soundedThrough(1000, 3900, 2)).toBe(true);
    expect(soundedThrough(4000, 1000, 1)).toBe(false);
  });
});
