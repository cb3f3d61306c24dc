import { formulaOf, remainsOf } from './formulas.rules.js';
import { PhraseMatcher } from './phrase-matcher.rules.js';

const matcher = new PhraseMatcher([{ name: 'a', phrases: ['how'], forgive: 'nothing', negation: 'ignore' }], {
  numbers: [],
  negators: ['not', '不', '没'],
  notNames: [],
});
const left = (formula: string, text: string): string | null => {
  const heard = matcher.symbols(text);
  const remains = remainsOf(formulaOf(matcher.symbols(formula)), heard);
  return remains && text.slice(heard.fromChar[remains.from], heard.toChar[remains.to - 1]);
};

describe('a sentence said by heart', () => {
  it('is recognised by what is left of it, by sound', () => {
    expect(left('有什么可以帮您', '你好绿谷银行游什可绑您')).toBe('游什可绑您');
    expect(left('how can i help you', 'hello with green bank how i hilp you today')).toBe('how i hilp you');
    expect(left('is there anything else', 'there anything ells')).toBe('there anything ells');
  });

  it('is another sentence when too much is missing', () => {
    expect(left('有什么可以帮您', '您有什么单号')).toBeNull();
    expect(left('how can i help you', 'how can i pay')).toBeNull();
    expect(left('祝您生活愉快', '生活用品')).toBeNull();
  });

  it('neither spans two sentences nor reaches over a negation', () => {
    expect(left('很高兴为您服务', '很高兴。为您服务')).toBeNull();
    expect(left('how can i help you', 'how can i not help you')).toBeNull();
  });

  it('counts where a turn begins or ends when it is short, and of one syllable only as it is written', () => {
    expect(left('您好', '您号我是小王')).toBe('您号');
    expect(left('您好', '请报一下您号码好吗')).toBeNull();
    expect(left('见', '好的见')).toBe('见');
    expect(left('见', '好的这件')).toBeNull();
  });

  it('says how much is left', () => {
    const heard = matcher.symbols('有什么可以帮您');
    const kept = (text: string): number => remainsOf(formulaOf(heard), matcher.symbols(text))!.kept;
    expect(kept('有什么可以帮您')).toBe(1);
    expect(kept('有什么可以帮')).toBeCloseTo(6 / 7);
    expect(kept('游什么可以帮您')).toBeCloseTo(6.9 / 7);
  });
});
