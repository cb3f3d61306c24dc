import { writerFor } from '../../turns/script.rules.js';
import { readOpenaiAnswer, type SentPiece } from './read-openai-answer.rules.js';
import { withMarksOf } from './marks-of-text.rules.js';

/** A person speaks for a second, pauses, and speaks for two more. */
const PIECE: SentPiece = {
  ...{ fromMs: 10_000, toMs: 14_400, isVoice: true, write: writerFor('zh') },
  speech: [
    { fromMs: 10_400, toMs: 11_400 },
    { fromMs: 12_000, toMs: 14_000 },
  ],
};
const read = (json: object, piece: Partial<SentPiece> = {}) => {
  const answer = readOpenaiAnswer(json, { ...PIECE, ...piece });
  if (!answer.ok) throw new Error(answer.at);
  return answer;
};
const english = { write: writerFor('en') };

describe('what a server heard', () => {
  it('with a time for each word is within the speech that the word touches, and else was not said', () => {
    const words = [
      { word: '您好', start: 0, end: 1.2 },
      { word: '請', start: 1.4, end: 2.4 },
      { word: '再见', start: 4.6, end: 4.7 },
    ];
    const heard = read({ text: '您好，請。', words });
    expect(heard.fineness).toBe('words');
    expect(heard.words).toEqual([
      { text: '您', fromMs: 10_400, toMs: 10_800, confidence: null },
      { text: '好', fromMs: 10_800, toMs: 11_200, confidence: null, marks: '，' },
      { text: '请', fromMs: 12_000, toMs: 12_400, confidence: null, marks: '。' },
    ]);
  });

  it('in pieces of a decoder is joined to words, with the marks that are written in it', () => {
    const inside = [
      { word: ' Call', start: 0.4, end: 0.6, probability: 0.9 },
      { word: ' 4', start: 0.6, end: 0.8, probability: 0.8 },
      { word: '15', start: 0.8, end: 1, probability: 0.6 },
      { word: ',', start: 1, end: 1, probability: 1 },
      { word: ' please.', start: 2.1, end: 2.8, probability: 0.9 },
    ];
    const { words } = read({ segments: [{ start: 0, end: 3, text: ' Call 415, please.', words: inside }] }, english);
    expect(words).toMatchObject([
      { text: 'Call', confidence: 0.9 },
      { text: '415', marks: ',', confidence: 0.6 },
      { text: 'please', marks: '.', fromMs: 12_100 },
    ]);
    // OpenAI's own have no spaces: each is a word.
    const whole = ['thank', 'you'].map((word, at) => ({ word, start: 0.4 + at / 2, end: 0.8 + at / 2 }));
    expect(read({ text: 'Thank you.', words: whole }, english).words.map(({ text }) => text)).toEqual(['thank', 'you']);
  });

  it('in segments lies over the speech of each segment, never over its pause, and says that it is a guess', () => {
    const { fineness, words } = read({
      segments: [
        { start: 0.9, end: 2.6, text: '您好请问', avg_logprob: -0.2 },
        { start: 2.6, end: 3.2, text: '。嗯。', avg_logprob: -0.2 },
      ],
    });
    expect(fineness).toBe('segments');
    expect(words.map(({ text, fromMs, toMs }) => [text, fromMs, toMs])).toEqual([
      ['您', 10_400, 10_800],
      ['好', 10_800, 11_200],
      ['请', 12_000, 12_200],
      ['问', 12_200, 12_600],
      ['嗯', 12_600, 14_000],
    ]);
    expect(words.every(({ estimated }) => estimated)).toBe(true);
    expect(words[0]?.confidence).toBeCloseTo(Math.exp(-0.2));
  });

  it('as text alone begins and ends where there is speech', () => {
    const { fineness, words } = read({ text: '好的，我明白了。' });
    expect(fineness).toBe('text');
    expect([words[0]?.fromMs, words.at(-1)?.toMs, words.length]).toEqual([10_400, 14_000, 6]);
    expect(words.map(({ marks }) => marks ?? '').join('')).toBe('，。');
    for (const { fromMs, toMs } of words) expect(toMs <= 11_400 || fromMs >= 12_000).toBe(true);
    const loud = read({ text: '好的' }, { speech: [] });
    expect([loud.words[0]?.fromMs, loud.words.at(-1)?.toMs]).toEqual([10_000, 14_400]);
  });

  it('of a segment without length, or beyond the piece, may be anywhere in the piece', () => {
    for (const times of [
      { start: 0, end: 0 },
      { start: 29, end: 30 },
    ])
      expect(read({ segments: [{ ...times, text: '好的' }] }).words).toMatchObject([
        { fromMs: 10_400 },
        { toMs: 14_000 },
      ]);
  });

  it('is no more than a person can say in the time, and shows where it was cut', () => {
    const { words } = read({ text: '谢谢'.repeat(200) });
    expect(words).toHaveLength(42);
    expect(words.at(-1)).toMatchObject({ marks: '…', confidence: 0.2 });
  });

  it('where it is a guess at a syllable is left open: a person spoke', () => {
    const speech = [{ fromMs: 12_000, toMs: 12_300 }];
    const guess = { segments: [{ start: 0, end: 3, text: ' I', avg_logprob: -0.9 }] };
    expect(read(guess, { speech }).words).toMatchObject([{ text: '…', fromMs: 12_000, toMs: 12_300 }]);
    expect(read(guess, { speech, isVoice: false }).words).toEqual([]);
    expect(read(guess, { speech: [{ fromMs: 12_000, toMs: 12_100 }] }).words).toEqual([]);
    expect(read({ text: 'Thanks for watching!' }).words).toEqual([]);
  });
});

describe('marks of a text', () => {
  const words = ['yes', 'no', 'yes'].map((text, at) => ({ text, fromMs: at, toMs: at, confidence: null }));

  it('go to the words that they follow, as far as the words are those of the text', () => {
    expect(withMarksOf('yes, no - yes.', words).map(({ marks }) => marks)).toEqual([',', '-', '.']);
    expect(withMarksOf('yes, perhaps yes.', words).map(({ marks }) => marks)).toEqual([undefined, undefined, '.']);
  });
});
