import type { SpokenWord } from './spoken-word.js';
import { mergeTurns, TURN_GAP_MS } from './turns.rules.js';

const word = (text: string, fromMs: number, toMs: number): SpokenWord => ({ text, fromMs, toMs, confidence: 1 });

describe('the turns of a conversation', () => {
  it('end when a speaker is silent for long, and alternate in order of time', () => {
    const agent = {
      speaker: 'agent' as const,
      words: [word('good', 0, 200), word('morning', 300, 700), word('yes', 3_000, 3_300)],
    };
    const customer = {
      speaker: 'customer' as const,
      words: [word('hello', 1_000, 1_500), word('there', 1_500 + TURN_GAP_MS, 2_900)],
    };
    expect(mergeTurns([agent, customer], 'en')).toMatchObject([
      {
        index: 0,
        speaker: 'agent',
        fromMs: 0,
        toMs: 700,
        text: 'good morning',
        words: [
          { fromChar: 0, toChar: 4 },
          { fromChar: 5, toChar: 12 },
        ],
      },
      { index: 1, speaker: 'customer', fromMs: 1_000, toMs: 2_900, text: 'hello there' },
      { index: 2, speaker: 'agent', fromMs: 3_000, toMs: 3_300, text: 'yes' },
    ]);
    const later = { ...customer, words: [word('hello', 1_000, 1_500), word('there', 1_501 + TURN_GAP_MS, 2_900)] };
    expect(mergeTurns([later], 'en')).toHaveLength(2);
  });

  it('are written without spaces in Chinese, except between Latin words', () => {
    const words = ['您', '好', 'VIP', '卡', '9', '8'].map((text, at) => word(text, at * 100, at * 100 + 90));
    const [turn] = mergeTurns([{ speaker: 'agent', words }], 'zh');
    expect(turn?.text).toBe('您好VIP卡9 8');
    expect(turn?.words.map(({ fromChar, toChar }) => turn.text.slice(fromChar, toChar))).toEqual(
      words.map(({ text }) => text),
    );
  });

  it('keep the marks that were heard, beside the words', () => {
    const words = [{ ...word('您', 0, 90) }, { ...word('好', 100, 190), marks: '，' }, { ...word('请', 200, 290) }];
    const [turn] = mergeTurns([{ speaker: 'agent', words }], 'zh');
    expect(turn?.text).toBe('您好，请');
    expect(turn?.words.map(({ fromChar, toChar }) => turn.text.slice(fromChar, toChar))).toEqual(['您', '好', '请']);
  });

  it('that are in the other language say so, are written as it is, and begin where it does', () => {
    const inEnglish = (text: string, fromMs: number) => ({ ...word(text, fromMs, fromMs + 90), language: 'en' });
    const words = [
      { ...word('好', 0, 90), language: 'zh' },
      inEnglish('thank', 200),
      inEnglish('you', 300),
      word('再', 400, 490),
    ];
    expect(mergeTurns([{ speaker: 'agent', words }], 'zh').map(({ text, language }) => [text, language])).toEqual([
      ['好', undefined],
      ['thank you', 'en'],
      ['再', undefined],
    ]);
    // It has not been shown that Cantonese is not read as Mandarin is.
    const cantonese = { ...word('好', 500, 590), language: 'yue' };
    expect(mergeTurns([{ speaker: 'agent', words: [word('您', 0, 400), cantonese] }], 'zh')).toHaveLength(1);
  });

  it('of silence are none', () => {
    expect(mergeTurns([{ speaker: 'agent', words: [] }], 'en')).toEqual([]);
  });
});
