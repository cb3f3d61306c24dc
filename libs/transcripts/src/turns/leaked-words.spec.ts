import { withoutLeaks } from './leaked-words.rules.js';
import type { SpokenWord } from './spoken-word.js';
import { withLevels } from './word-levels.rules.js';

/** Words of 200 ms each, one after the other, from a moment on. */
const said = (texts: string, fromMs: number, level: number | null): SpokenWord[] =>
  texts.split(' ').map((text, at) => ({
    ...{ text, fromMs: fromMs + at * 200, toMs: fromMs + at * 200 + 180, confidence: 0.9 },
    ...(level !== null && { level }),
  }));
const left = (one: SpokenWord[], other: SpokenWord[]): string[] =>
  withoutLeaks([{ words: one }, { words: other }]).map(({ words }) => words.map(({ text }) => text).join(' '));

describe('words that leak from the other channel', () => {
  it('are counted once: the same words at the same time, much quieter', () => {
    expect(left(said('我 要 退款', 1_000, -18), said('我 要 退款', 1_120, -40))).toEqual(['我 要 退款', '']);
    expect(left(said('i want a refund', 880, -41), said('I want a refund', 1_000, -19))).toEqual([
      '',
      'I want a refund',
    ]);
  });

  it('are the same however a recogniser cuts them into words', () => {
    expect(left(said('我要 退款', 1_000, -18), said('我 要退 款', 1_000, -40))).toEqual(['我要 退款', '']);
  });

  it('stay where both really talk', () => {
    expect(left(said('好的', 1_000, -20), said('好的', 1_050, -24))).toEqual(['好的', '好的']);
  });

  it('stay where they come later, as one who reads back says them, however quietly', () => {
    expect(left(said('三零六八', 1_000, -18), said('三零六八', 2_400, -40))).toEqual(['三零六八', '三零六八']);
  });

  it('stay where the other says something else', () => {
    expect(left(said('我 要 退款', 1_000, -18), said('嗯 嗯 好的', 1_000, -40))).toEqual(['我 要 退款', '嗯 嗯 好的']);
  });

  it('go with what was misheard of them, within one breath and under the other voice', () => {
    const heard = said('我 要 退款 谢谢 你', 1_000, -40);
    heard[2]!.text = '推款';
    expect(left(said('我 要 退款 谢谢 你', 1_000, -18), heard)).toEqual(['我 要 退款 谢谢 你', '']);
    // What follows when the other is silent is this channel's own.
    const goesOn = [...said('我 要 退款', 1_000, -40), ...said('听 不 清', 3_000, -40)];
    expect(left(said('我 要 退款', 1_000, -18), goesOn)).toEqual(['我 要 退款', '听 不 清']);
  });

  it('stay where loudness or times are not known, and on one channel', () => {
    expect(left(said('退款', 1_000, -18), said('退款', 1_000, null))).toEqual(['退款', '退款']);
    const guessed = said('退款', 1_000, -40).map((word) => ({ ...word, estimated: true as const }));
    expect(left(said('退款', 1_000, -18), guessed)).toEqual(['退款', '退款']);
    expect(withoutLeaks([{ words: said('退款', 0, -20) }])).toHaveLength(1);
  });

  it('are each compared with few others, however long the call is', () => {
    const comparisons = (words: number): number => {
      let read = 0;
      const counted = (level: number): number => ({ valueOf: () => ((read += 1), level) }) as unknown as number;
      const many = (level: number): SpokenWord[] => said(Array(words).fill('好').join(' '), 0, counted(level));
      withoutLeaks([{ words: many(-18) }, { words: many(-40) }]);
      return read;
    };
    expect(comparisons(8_000)).toBeLessThanOrEqual(comparisons(1_000) * 9);
  });
});

describe('how loud a word is', () => {
  const samples = Int16Array.from({ length: 16_000 }, (_, at) => (at < 8_000 ? 0 : at % 2 ? 3_277 : -3_277));

  it('is its loudest slice, from the sound it was heard in', () => {
    const words = said('轻 响', 2_300, null);
    words[1]!.fromMs = 2_480;
    words[1]!.toMs = 2_600;
    const [soft, loud] = withLevels(words, [{ fromMs: 2_000, samples }], 16_000);
    expect(soft!.level).toBe(-100);
    expect(loud!.level).toBeCloseTo(-20, 1);
  });

  it('is not told where there is no sound of it', () => {
    expect(withLevels(said('远', 9_000, null), [{ fromMs: 2_000, samples }], 16_000)[0]).not.toHaveProperty('level');
  });
});
