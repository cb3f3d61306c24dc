import { describe, expect, it } from '@jest/globals';
import { typedMention, withMention } from './mentions.rules.js';

describe('the mention that is being typed', () => {
  it.each([
    ['@', '', 0],
    ['请@王', '王', 1],
    ['Hear this, @wan', 'wan', 11],
    ['第一行\n@芳', '芳', 4],
  ])('%j is', (text, letters, from) => expect(typedMention(text, text.length)).toEqual({ from, letters }));

  it.each(['', '王芳', 'someone@mail', 'a.b@', '@王芳 ', '@@'])('%j is none', (text) =>
    expect(typedMention(text, text.length)).toBeNull(),
  );

  it('is what stands before the caret alone, and gives its place to the name', () => {
    expect(typedMention('@王 后面', 2)).toEqual({ from: 0, letters: '王' });
    expect(withMention('请@王 后面', { from: 1, letters: '王' }, '王芳')).toEqual({ text: '请@王芳 后面', caret: 5 });
    expect(withMention('@wa', { from: 0, letters: 'wa' }, 'Wang Fang')).toEqual({ text: '@Wang Fang ', caret: 11 });
  });
});
