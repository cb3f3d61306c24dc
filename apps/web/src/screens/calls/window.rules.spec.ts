import { describe, expect, it } from '@jest/globals';
import { before, inSight, offsetsOf } from './window.rules.js';

const items = Array.from({ length: 100 }, (_, i) => ({ id: String(i), height: 42 }));
const offsets = offsetsOf(items);

describe('the rows in sight', () => {
  it('are found by where they begin', () => {
    expect(before(offsets, 0)).toBe(0);
    expect(before(offsets, 41)).toBe(0);
    expect(before(offsets, 42)).toBe(1);
    expect(before(offsets, 99_999)).toBe(100);
  });

  it('are those of the pane and a little more, and never none of many', () => {
    expect(inSight(offsets, { top: 420, height: 84 }, 0)).toEqual({ from: 10, to: 13 });
    expect(inSight(offsets, { top: 420, height: 84 }, 84)).toEqual({ from: 8, to: 15 });
    expect(inSight(offsets, { top: 0, height: 84 }, 84)).toEqual({ from: 0, to: 5 });
  });

  it('end with the last row, and are none of none', () => {
    expect(inSight(offsets, { top: 4150, height: 84 }, 0)).toEqual({ from: 98, to: 100 });
    expect(inSight(offsetsOf([]), { top: 0, height: 500 }, 100)).toEqual({ from: 0, to: 0 });
  });
});
