import { describe, expect, it } from '@jest/globals';
import { onlyAppends, pendingMoves, sameOrder, type Placed } from './steady.rules.js';

const rows = (...names: string[]): Placed[] =>
  names.map((name) => ({ id: name.replace('!', ''), group: name.endsWith('!') ? 'attention' : 'rest' }));

describe('rows that keep still', () => {
  it('lets older rows join at the end', () => {
    expect(onlyAppends(rows('a!', 'b'), rows('a!', 'b', 'c'))).toBe(true);
    expect(pendingMoves(rows('a'), rows('a', 'b'))).toBe(1);
  });
  it('holds back a row that arrives on top', () => {
    expect(onlyAppends(rows('b', 'c'), rows('a', 'b', 'c'))).toBe(false);
    expect(pendingMoves(rows('b', 'c'), rows('a', 'b', 'c'))).toBe(1);
  });
  it('counts a row that changes its group once, and one that goes', () => {
    expect(pendingMoves(rows('c', 'b', 'a'), rows('b!', 'a'))).toBe(2);
  });
  it('does not count a row that newer ones push over the end of the page', () => {
    expect(pendingMoves(rows('b', 'c', 'd'), rows('a', 'b', 'c'))).toBe(1);
  });
  it('knows an unchanged order', () => {
    expect(sameOrder(rows('a!', 'b'), rows('a!', 'b'))).toBe(true);
    expect(sameOrder(rows('a!', 'b'), rows('a', 'b'))).toBe(false);
    expect(pendingMoves(rows('a!', 'b'), rows('a!', 'b'))).toBe(0);
  });
});
