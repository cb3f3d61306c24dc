import { describe, expect, it } from '@jest/globals';
import { joinRepeated } from './repeated.rules.js';

describe('lines that repeat', () => {
  it('are joined only where they follow one another', () => {
    expect(joinRepeated(['a', 'a', 'b', 'a'], (a, b) => a === b)).toEqual([
      { first: 'a', times: 2 },
      { first: 'b', times: 1 },
      { first: 'a', times: 1 },
    ]);
    expect(joinRepeated([], () => true)).toEqual([]);
  });
});
