import { KnownSpeech } from '../../chunking/speech-detector.rules.js';
import { promptOf, hotwordsOf, MAX_HOTWORDS } from '../hotwords.rules.js';
import { sherpaResultSchema, wordsOf } from './sherpa-words.rules.js';

const PLACE = { fromMs: 10_000, toMs: 14_000 };
const words = (result: object) =>
  wordsOf(sherpaResultSchema.parse(result), PLACE).map(({ text, fromMs, toMs }) => [text, fromMs, toMs]);

describe('what sherpa-onnx says becomes words', () => {
  it('of Mandarin, a character each, with punctuation kept by the word before it', () => {
    const said = { text: '您好，VIP 卡。', tokens: ['您', '好', '，', '▁V', 'IP', '卡', '。'] };
    expect(words({ ...said, timestamps: [0, 0.2, 0.4, 1, 1.1, 1.5, 1.8] })).toEqual([
      ['您', 10_000, 10_200],
      ['好，', 10_200, 11_000],
      ['VIP', 11_000, 11_500],
      ['卡。', 11_500, 12_400],
    ]);
  });

  it('of English in pieces, by the marks that begin a word or that go on', () => {
    const timestamps = [0, 0.3, 0.5];
    expect(words({ text: 'lost cards', tokens: ['▁lo', 'st', '▁cards'], timestamps }).map(([text]) => text)).toEqual([
      'lost',
      'cards',
    ]);
    expect(words({ text: 'lost cards', tokens: ['lo@@', 'st', 'cards'], timestamps }).map(([text]) => text)).toEqual([
      'lost',
      'cards',
    ]);
  });

  it('with the confidence of their least certain piece, and the language that was heard', () => {
    const said = {
      text: 'lost',
      tokens: ['▁lo', 'st'],
      timestamps: [0, 0.3],
      ys_log_probs: [Math.log(0.9), Math.log(0.5)],
    };
    const [word] = wordsOf(sherpaResultSchema.parse({ ...said, lang: '<|en|>' }), PLACE);
    expect(word).toMatchObject({ language: 'en' });
    expect(word?.confidence).toBeCloseTo(0.5);
  });

  it('spread over what was said where there are no times, or the pieces do not spell the text', () => {
    const spread = [
      ['您', 10_000, 12_000],
      ['好', 12_000, 14_000],
    ];
    expect(words({ text: '您好' })).toEqual(spread);
    expect(words({ text: '您好', tokens: ['ƌ', 'Ś'], timestamps: [0, 1] })).toEqual(spread);
  });

  it('never beyond the utterance', () => {
    expect(words({ text: 'late', tokens: ['▁late'], timestamps: [99] })).toEqual([['late', 14_000, 14_000]]);
  });
});

describe('names to expect', () => {
  const profile = {
    names: { zh: ['绿谷银行'], en: ['Green Valley Bank'] },
    departments: { zh: ['客户服务部'], en: [] },
    ringCadence: { onSeconds: 1, offSeconds: 4 },
    timeZone: 'Asia/Shanghai',
    hotwords: { zh: ['白金卡', '绿谷银行', 'a/b :9.0\n<s>#x', ' '], en: [] },
  };

  it('are the company’s own first, each once, with nothing in them that an engine reads as its syntax', () => {
    expect(hotwordsOf(profile, 'zh')).toEqual(['绿谷银行', '客户服务部', '白金卡', 'a b 9.0 s x']);
  });

  it('are then those who may be named in the call, in both languages and by staff number, the language of the call first', () => {
    const people = [{ zh: '李敏', en: 'Li Min', staffNumber: '3068' }];
    expect(hotwordsOf(profile, 'zh', people).slice(0, 5)).toEqual(['绿谷银行', '李敏', '3068', 'Li Min', '客户服务部']);
    expect(hotwordsOf(profile, 'en', people)).toEqual(['Green Valley Bank', 'Li Min', '3068', '李敏']);
  });

  it('are bounded in number, and as a prompt in length', () => {
    const many = { ...profile, hotwords: { zh: [], en: Array.from({ length: 900 }, (_, at) => `word ${at}`) } };
    expect(hotwordsOf(many, 'en')).toHaveLength(MAX_HOTWORDS);
    expect(promptOf(hotwordsOf(many, 'en'), 'en', 100).length).toBeLessThanOrEqual(100);
    expect(promptOf(['绿谷银行', '白金卡'], 'zh', 100)).toBe('绿谷银行、白金卡');
  });
});

describe('time', () => {
  it('of speech that is known goes by slices of ten milliseconds', () => {
    const known = new KnownSpeech([
      { fromMs: 20, toMs: 40 },
      { fromMs: 65, toMs: 70 },
    ]);
    const judged = Array.from({ length: 9 }, () => known.isSpeech());
    expect(judged).toEqual([false, false, true, true, false, false, true, false, false]);
  });
});
