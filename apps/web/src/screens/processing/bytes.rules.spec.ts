import { describe, expect, it } from '@jest/globals';
import { inUnits } from './bytes.rules.js';

describe('bytes in words', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 KB'],
    [1_540_000_000, '1.54 GB'],
    [3e21, '3000000 PB'],
  ])('%d', (bytes, words) => {
    expect(inUnits(bytes, String)).toBe(words);
  });
});
