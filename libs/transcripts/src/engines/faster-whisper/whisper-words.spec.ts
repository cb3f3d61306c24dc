import { inSimplified } from '../../turns/script.rules.js';
import { type WhisperHeard, whisperHeardSchema, wordsOf } from './whisper-words.rules.js';

type Words = [word: string, start: number, end: number, probability?: number][];

function heard(words: Words, change: Partial<WhisperHeard['segments'][number]> = {}, more: Partial<WhisperHeard> = {}) {
  const segment = {
    ...{ text: words.map(([word]) => word).join(''), start: 0, end: 5, logProbability: -0.3, noSpeech: 0.1 },
    words: words.map(([word, start, end, probability = 0.9]) => ({ word, start, end, probability })),
    ...change,
  };
  return whisperHeardSchema.parse({ segments: [segment], cut: false, ...more });
}
const PIECE = { fromMs: 10_000, toMs: 15_000, speech: [{ fromMs: 10_200, toMs: 14_800 }] };
const asHeard = (text: string): string => text;

describe('words of Whisper', () => {
  it('are placed where they were said, each Han character on its own, marks with the word before', () => {
    const words = wordsOf(
      heard([
        ['您好，', 0.4, 1.0],
        ['請問', 1.2, 1.6, 0.5],
        ['。', 1.6, 1.7],
      ]),
      PIECE,
      inSimplified,
    );
    expect(words).toEqual([
      { text: '您', fromMs: 10_400, toMs: 10_700, confidence: 0.9 },
      { text: '好', marks: '，', fromMs: 10_700, toMs: 11_000, confidence: 0.9 },
      { text: '请', fromMs: 11_200, toMs: 11_400, confidence: 0.5 },
      { text: '问', marks: '。', fromMs: 11_400, toMs: 11_600, confidence: 0.5 },
    ]);
    expect(
      wordsOf(
        heard([
          [' Hello,', 0.3, 0.6],
          [" I'm", 0.7, 0.9],
          [' $5.', 0.9, 1.2],
        ]),
        PIECE,
        asHeard,
      ),
    ).toMatchObject([{ text: 'Hello', marks: ',' }, { text: "I'm" }, { text: '$5', marks: '.' }]);
  });

  it('that were written in pieces are one: numbers and letters without a space between them', () => {
    const number = heard([
      ['20', 0, 0.4, 0.9],
      ['13年', 0.4, 0.8, 0.7],
      [' B', 1, 1.2],
      [' to', 1.2, 1.4],
      [' B', 1.4, 1.6],
    ]);
    expect(wordsOf(number, { ...PIECE, speech: [] }, asHeard)).toMatchObject([
      { text: '2013', fromMs: 10_000, confidence: 0.7 },
      { text: '年', toMs: 10_800 },
      { text: 'B' },
      { text: 'to' },
      { text: 'B' },
    ]);
  });

  it('that were stretched over a pause are where there was speech', () => {
    const stretched = heard([
      ['您好', 0, 0.6],
      ['请', 0.6, 4.9],
    ]);
    const speech = [
      { fromMs: 10_400, toMs: 10_600 },
      { fromMs: 11_000, toMs: 11_200 },
    ];
    expect(wordsOf(stretched, { ...PIECE, speech }, asHeard)).toMatchObject([
      { text: '您', fromMs: 10_400, toMs: 10_500 },
      { text: '好', fromMs: 10_500, toMs: 10_600 },
      { text: '请', fromMs: 11_000, toMs: 11_200 },
    ]);
  });

  it('without speech are none', () => {
    const silence = heard([[' You', 0.5, 1]], { noSpeech: 0.8, logProbability: -1.2 });
    expect(wordsOf(silence, PIECE, asHeard)).toEqual([]);
    const pause = { ...PIECE, speech: [{ fromMs: 10_200, toMs: 11_000 }] };
    expect(
      wordsOf(
        heard([
          [' yes', 0.3, 0.8],
          [' bank', 3, 3.5],
        ]),
        pause,
        asHeard,
      ),
    ).toMatchObject([{ text: 'yes' }]);
  });

  it('are none where the model guessed at a noise, and left open where it guessed at a voice', () => {
    const guess = (probability: number, ...speech: { fromMs: number; toMs: number }[]) =>
      wordsOf(heard([[' I', 0.2, 0.5, probability]]), { ...PIECE, speech }, asHeard).map(({ text }) => text);
    const syllable = { fromMs: 10_200, toMs: 10_500 };
    expect([guess(0.4, syllable), guess(0.6, syllable)]).toEqual([['…'], ['I']]);
    const click = { fromMs: 10_200, toMs: 10_300 };
    expect([guess(0.4, click), guess(0.4, click, { fromMs: 10_400, toMs: 10_500 }), guess(0.6, click)]).toEqual([
      [],
      [],
      ['I'],
    ]);
    expect([guess(0.2, ...PIECE.speech), guess(0.4, ...PIECE.speech)]).toEqual([['…'], ['I']]);
    const [open] = wordsOf(heard([[' I', 0.2, 0.5, 0.1]]), { ...PIECE, speech: [syllable] }, asHeard);
    expect(open).toEqual({ text: '…', fromMs: 10_200, toMs: 10_500, confidence: 0.1 });
  });

  it.each([
    ['请不吝点赞 订阅 转发 打赏支持明镜与点点栏目', true],
    ['字幕by索兰娅', true],
    ['谢谢观看', true],
    ['Thank you for watching!', true],
    ['谢谢您的来电，感谢您的耐心等待', false],
    ['Thank you.', false],
    ['订单的字幕问题', false],
  ])('of subtitles are left out, whole pieces only: %s', (text, isLeftOut) => {
    expect(wordsOf(heard([[text, 0.5, 4]]), PIECE, asHeard).length === 0).toBe(isLeftOut);
  });

  it('of a piece that was cut are doubted, and it is seen where they end', () => {
    const loop = heard(
      [
        [' so', 0.3, 0.5],
        [' so', 0.5, 0.8],
      ],
      {},
      { cut: true },
    );
    expect(wordsOf(loop, PIECE, asHeard)).toMatchObject([
      { text: 'so', confidence: 0.2 },
      { text: 'so', marks: '…', confidence: 0.2 },
    ]);
  });

  it("are in the language in which the piece was heard, where that is not the call's", () => {
    const other = heard([[' thanks', 1, 2]], {}, { heardIn: 'en', language: 'en', languageProbability: 0.7 });
    expect(wordsOf(other, { ...PIECE, language: 'zh' }, asHeard)[0]?.language).toBe('en');
    expect(wordsOf(other, { ...PIECE, language: 'en' }, asHeard)[0]?.language).toBeUndefined();
  });

  it('tell a language where the model is sure of it', () => {
    const [word] = wordsOf(heard([['您', 1, 2]], {}, { language: 'yue', languageProbability: 0.9 }), PIECE, asHeard);
    expect(word?.language).toBe('yue');
    const [other] = wordsOf(heard([['您', 1, 2]], {}, { language: 'yue', languageProbability: 0.6 }), PIECE, asHeard);
    expect(other?.language).toBeUndefined();
  });

  it('to expect mend a name, and make nothing up or leave anything out', () => {
    const plain: Words = [
      ['绿骨', 0.2, 0.8, 0.4],
      ['银行', 0.8, 1.4, 0.8],
      ['您好', 1.4, 2, 0.9],
    ];
    const heardWith = (words: Words) =>
      wordsOf(heard(plain, {}, { primed: heard(words).segments }), { ...PIECE, speech: [] }, asHeard)
        .map(({ text }) => text)
        .join('');
    expect(heardWith([['绿谷', 0.2, 0.8, 0.8], ...plain.slice(1)])).toBe('绿谷银行您好');
    expect(heardWith([['绿谷', 0.2, 0.8, 0.3], ...plain.slice(1)])).toBe('绿骨银行您好');
    expect(heardWith([['绿谷银行', 0.2, 1.4, 0.9]])).toBe('绿骨银行您好');
    expect(heardWith([['绿谷', 0.2, 0.8, 0.9], ...plain.slice(1), ['绿谷银行', 2, 2.5, 0.9]])).toBe('绿骨银行您好');
    expect(heardWith([])).toBe('绿骨银行您好');
    const silence = heard([], {}, { primed: heard([['绿谷银行', 0.2, 1.4, 0.9]]).segments });
    expect(wordsOf(silence, PIECE, asHeard)).toEqual([]);
  });
});
