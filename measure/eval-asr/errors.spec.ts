import { countErrors, intervalOf, rateOf, sumOf } from './errors.rules.js';
import { looksTraditional, unitsOf } from './normalise.rules.js';

const words = (text: string): string[] => (text === '' ? [] : text.split(' '));

describe('the errors of a recogniser', () => {
  it.each<[string, string, [number, number, number]]>([
    ['a b c', 'a b c', [0, 0, 0]],
    ['a b c', 'a x c', [1, 0, 0]],
    ['a b c', 'a c', [0, 1, 0]],
    ['a b c', 'a b x c', [0, 0, 1]],
    ['a b c', '', [0, 3, 0]],
    ['a', 'x y z', [1, 0, 2]],
    ['i lost my card', 'lost my bank cart', [1, 1, 1]],
  ])('between "%s" and "%s" are the fewest', (said, heard, [substitutions, deletions, insertions]) => {
    const errors = countErrors(words(said), words(heard));
    expect(errors).toEqual({ substitutions, deletions, insertions, units: words(said).length });
  });

  it('have a rate over all units, and an interval that is the same every time', () => {
    const files = [0, 1, 2, 3, 4, 5].map((errors) => ({
      substitutions: errors,
      deletions: 0,
      insertions: 0,
      units: 10,
    }));
    expect(rateOf(sumOf(files))).toBeCloseTo(15 / 60);
    const interval = intervalOf(files);
    expect(intervalOf(files)).toEqual(interval);
    expect(interval?.[0]).toBeGreaterThan(0.05);
    expect(interval?.[0]).toBeLessThan(0.25);
    expect(interval?.[1]).toBeGreaterThan(0.25);
    expect(interval?.[1]).toBeLessThan(0.45);
    expect(intervalOf(files.slice(0, 4))).toBeNull();
  });
});

describe('texts are compared', () => {
  it.each<['zh' | 'en', string, string]>([
    ['zh', '您好，请问 ＶＩＰ 卡', '您 好 请 问 vip 卡'],
    ['zh', '尾号9526。', '尾 号 九 五 二 六'],
    ['zh', '二〇二三年，幺三八', '二 零 二 三 年 一 三 八'],
    ['zh', 'N B D与NBD，B to B 和 A 卡', 'nbd 与 nbd b to b 和 a 卡'],
    ['zh', '[噪声]三百块<unk>', '三 零 零 块'],
    ['zh', '三百二十八万一千一百三十八点四八', '三 二 八 一 一 三 八 四 八'],
    ['zh', '328万1138.48', '三 二 八 一 一 三 八 四 八'],
    ['zh', '下午三点二十到3点20', '下 午 三 二 零 到 三 二 零'],
    ['zh', '十月，两千零一夜', '一 零 月 二 零 零 一 夜'],
    ['zh', '万一您千万别忘，三三五五', '万 一 您 千 万 别 忘 三 三 五 五'],
    ['en', 'Don’t  panic -- it’s OK!', 'dont panic its ok'],
    [
      'en',
      'I paid 1,250 for 23 cards, 007 ones',
      'i paid one thousand two hundred fifty for twenty three cards 007 ones',
    ],
    ['en', '', ''],
  ])('in %s without what is no difference: %s', (language, text, units) => {
    expect(unitsOf(text, language).join(' ')).toBe(units);
  });

  it('and traditional characters are noticed, not converted', () => {
    expect(looksTraditional('請問您的銀行卡號是多少')).toBe(true);
    expect(looksTraditional('请问您的银行卡号是多少')).toBe(false);
    expect(looksTraditional('no characters')).toBe(false);
    expect(unitsOf('銀行', 'zh')).not.toEqual(unitsOf('银行', 'zh'));
  });
});
