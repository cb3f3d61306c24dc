import { nextJump, readOffset, writtenOffset } from './offset.rules.js';

it('writes an offset as libfaketime reads it, and reads its own', () => {
  expect(writtenOffset(3_600.4)).toBe('+3600s\n');
  expect(readOffset(writtenOffset(604_800))).toBe(604_800);
  expect(() => readOffset('2026-01-01')).toThrow('no offset');
});

describe('a jump', () => {
  it.each([
    ['goes as far as the moment', 300, null, 300],
    ['goes no further than the longest step', 7_200, null, 900],
    ['stops where work becomes due', 7_200, 40, 40],
    ['goes on past work that is due already, by a second', 7_200, -5, 1],
    ['does not go back', -10, null, 0],
  ])('%s', (_how, left, nextDue, jump) => {
    expect(nextJump(left, { most: 900, nextDue })).toBe(jump);
  });
});
