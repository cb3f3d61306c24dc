import { describe, expect, it } from '@jest/globals';
import type { Turn } from '#contracts';
import { captionOf, isCaptioned } from './caption.rules.js';

const turn = (text: string, byWord: boolean): Turn => {
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    ...{ fromChar: index, toChar: index + word.length, fromMs: index * 100, toMs: (index + word.length) * 100 },
  }));
  return {
    index: 0,
    speaker: 'agent',
    fromMs: 0,
    toMs: text.length * 100,
    text,
    words: byWord ? words : [],
  } as unknown as Turn;
};
const shown = (of: Turn, said: number) => {
  const { fromChar, toChar } = captionOf(of, said);
  return of.text.slice(fromChar, toChar);
};
const LONG =
  'I have put the refund in, and once finance has approved it we will call you back, which will be tomorrow by three';

describe('captionOf', () => {
  it('is a short turn as a whole, at any time', () => {
    const short = turn('How soon is that?', true);
    expect([0, 8, 17].map((said) => shown(short, said))).toEqual(Array(3).fill('How soon is that?'));
  });

  it('is the part of a long turn that sounds, in whole words', () => {
    const long = turn(LONG, true);
    const [first, last] = [shown(long, 0), shown(long, LONG.length)];
    expect(first + last).toBe(LONG);
    expect(first).toMatch(/^I have put .* $/);
    expect(last).toMatch(/^\w+/);
    expect(shown(long, first.length - 1)).toBe(first);
    expect(shown(long, first.length + 1)).toBe(last);
  });

  it('counts a Chinese character as two, and parts a text whose words have no times', () => {
    const text = '我已经提交了退费申请'.repeat(6);
    expect(shown(turn(text, false), 0)).toHaveLength(42);
    expect(shown(turn(text, false), 50)).toHaveLength(18);
  });
});

describe('isCaptioned', () => {
  it('is so while the turn sounds, and a moment longer', () => {
    const short = turn('How soon is that?', true);
    expect([0, 1_699, 3_199, 3_200].map((ms) => isCaptioned(short, ms))).toEqual([true, true, true, false]);
  });
});
