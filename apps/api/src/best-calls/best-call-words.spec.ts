import { type Turn } from '#contracts';
import { wordsWithin } from './best-call-words.js';

const TEXT = 'one two three four';
const words = ['one', 'two', 'three', 'four'].map((text, at) => {
  const fromChar = TEXT.indexOf(text);
  const times = { fromMs: at * 1000, toMs: at * 1000 + 900 };
  return { text, ...times, fromChar, toChar: fromChar + text.length, confidence: null };
});
const turn: Turn = { index: 0, speaker: 'agent', fromMs: 0, toMs: 3900, text: TEXT, words };

describe('the words of a stretch', () => {
  it.each([
    ['a whole turn', { fromMs: 0, toMs: 4000 }, [TEXT, 0]],
    ['the middle of a turn', { fromMs: 1000, toMs: 2900 }, ['two three', 1000]],
    ['words that the stretch touches', { fromMs: 1500, toMs: 2100 }, ['two three', 1000]],
    ['a pause within a turn', { fromMs: 920, toMs: 980 }, null],
    ['what is past the turn', { fromMs: 3900, toMs: 9000 }, null],
  ])('are %s', (_what, stretch, said) => {
    expect(wordsWithin([turn], stretch)).toEqual(said ? [{ speaker: 'agent', text: said[0], fromMs: said[1] }] : []);
  });

  it('are none of a turn that reaches beyond it and whose words have no times', () => {
    const untimed = { ...turn, words: [] };
    expect(wordsWithin([untimed], { fromMs: 0, toMs: 1000 })).toEqual([]);
    expect(wordsWithin([untimed], { fromMs: 0, toMs: 4000 })).toHaveLength(1);
  });
});
