import { stretchesOf, toldFrom, toldFromWords } from './tell-language.rules.js';

const span = (fromMs: number, toMs: number) => ({ fromMs, toMs });

describe('where the language of a call is listened for', () => {
  it('is in speech that is long enough to show it, its short pauses included', () => {
    expect(stretchesOf([span(0, 700), span(3_000, 4_000), span(4_500, 5_000), span(9_000, 9_900)])).toEqual([
      span(3_000, 5_000),
    ]);
    expect(stretchesOf([])).toEqual([]);
  });

  it('is spread over a long call, and never all of it', () => {
    const long = Array.from({ length: 60 }, (_, at) => span(at * 10_000, at * 10_000 + 3_000));
    const found = stretchesOf(long);
    expect(found).toHaveLength(6);
    expect(found[0]).toEqual(long[0]);
    expect(found.at(-1)?.fromMs).toBeGreaterThanOrEqual(500_000);
    expect(stretchesOf([span(0, 60_000)])).toEqual([span(0, 12_000)]);
  });
});

describe('the language of a call for which none was given', () => {
  const stretch = (ms: number, zh: number, en: number) => ({ ms, zh, en });

  it('is told where it is clear, with its share', () => {
    expect(toldFrom([stretch(5_000, 0.98, 0.01), stretch(3_000, 0.9, 0.05)])).toMatchObject({
      ...{ from: 'sound', language: 'zh', doubt: null },
    });
    const english = toldFrom([stretch(5_000, 0, 0.99), stretch(1_700, 0.5, 0.3)]);
    expect(english).toMatchObject({ language: 'en', doubt: null });
    expect(english.share).toBeLessThan(0.95);
  });

  it('is left to a person where there is too little, much of both, or another', () => {
    expect(toldFrom([stretch(2_000, 0.99, 0)]).doubt).toBe('too_little');
    expect(toldFrom([])).toEqual({ from: 'sound', language: null, share: 0, doubt: 'too_little' });
    expect(toldFrom([stretch(5_000, 0.99, 0), stretch(4_000, 0, 0.99)]).doubt).toBe('both');
    expect(toldFrom([stretch(9_000, 0.1, 0.01)]).doubt).toBe('neither');
  });

  it('is told from words by their script, under any field names', () => {
    const json = (text: string) => JSON.stringify({ segments: [{ start: 0, end: 2, speaker: 'SPEAKER_00', text }] });
    expect(toldFromWords(json('您好，请问有什么可以帮您？我的 email 是这个'))).toMatchObject({
      language: 'zh',
      doubt: null,
    });
    expect(toldFromWords(json('good morning how can I help'))).toMatchObject({ language: 'en', share: 1, doubt: null });
    expect(toldFromWords(json('您好 this is the bank, my name is Alice')).doubt).toBe('both');
    expect(toldFromWords('{"turns":[]}').doubt).toBe('too_little');
  });
});
