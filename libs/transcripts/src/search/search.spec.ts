import fc from 'fast-check';
import { type Speaker } from '#contracts';
import { keyedToken } from './index-words.rules.js';
import { legibleText, readUnits } from './legible-text.rules.js';
import { findTerm, readQuery, type Term } from './query.rules.js';
import { placeOf, tokensIn, tokensOf, tokensOfTranscript, turnOfPlace } from './tokens.rules.js';

const legible = (text: string): string => legibleText(readUnits(text)).text;
const tokens = (text: string): string[] => [...tokensIn(readUnits(text))];

function terms(typed: string): readonly Term[] {
  const query = readQuery(typed);
  if ('terms' in query) return query.terms;
  throw new Error(query.refused);
}

/** Would the index and the words together find it? */
const finds = (typed: string, said: string): boolean => {
  const known = tokensOf(said);
  return terms(typed).every(
    (term) => term.tokens.every((any) => any.some((one) => known.has(one))) && findTerm(said, term).length > 0,
  );
};

describe('how search reads words', () => {
  test.each([
    ['您好，請問 資費', '您好|请问资费'],
    ['My  Refund', 'my refund'],
    ['办 理 5G 套餐', '办理5g套餐'],
    ['ＶＩＰ客户', 'vip客户'],
    ["customers' don’t", "customers don't"],
    ['卡号■■■■好的', '卡号|好的'],
  ])('%s is compared as %s', (text, expected) => expect(legible(text)).toBe(expected));

  test('units know where they are, beyond the basic plane too', () => {
    const text = '𠮷野家 ok';
    expect(readUnits(text).map(({ fromChar, toChar }) => text.slice(fromChar, toChar))).toEqual([
      '𠮷',
      '野',
      '家',
      'ok',
    ]);
  });
});

describe('what a turn is found by', () => {
  test('pairs with Han, whole words, nothing over a sign', () => {
    expect(tokens('退款，ok 了')).toEqual(['p:退款', 'w:ok', 'p:k了']);
  });

  test('a transcript keeps turns and speakers', () => {
    const turn = (index: number, speaker: Speaker, text: string) => ({
      index,
      speaker,
      text,
      fromMs: 0,
      toMs: 0,
      words: [],
    });
    const places = tokensOfTranscript({ turns: [turn(0, 'agent', '退款'), turn(1, 'customer', '退款了')] });
    expect(places.get('p:退款')).toEqual([placeOf(0, 'agent'), placeOf(1, 'customer')]);
    expect(places.get('p:退款')!.map(turnOfPlace)).toEqual([0, 1]);
  });
});

describe('a question', () => {
  test.each([
    ['退款', '我要退款', true],
    ['退款', '退 款', true],
    ['退款', '退，款', false],
    ['退欵', '我要退款', false],
    ['資費套餐', '看一下资费套餐', true],
    ['g套餐', '办5G套餐', true],
    ['fund', 'a refund', false],
    ['refund', 'the Refund, please', true],
    ['"double charge"', 'they double charged me', false],
    ['"double charge"', 'a Double  Charge again', true],
    ['charge double', 'a double charge', true],
    ['退款 refund', '说 refund 就是退款', true],
    ['你好，再见', '再见，你好', true],
  ])('%s in "%s": %s', (typed, said, expected) => expect(finds(typed, said)).toBe(expected));

  test.each([
    ['3068', '我是三零六八号', true],
    ['三零六八', '工号3068', true],
    ['三〇六八', '工号 30 68', true],
    ['3068', 'extension three zero six eight', true],
    ['"thirty sixty-eight"', 'extension 3068', true],
    ['3068', 'extension thirty sixty-eight please', true],
    ['工号3068', '我的工号三零六八', true],
    ['3068号', '三零六八号坐席', true],
    ['两千', '退了2000元', true],
    ['2000元', '退了两千元', true],
    ['1,280', '一共一千二百八十元', true],
    ['一千二百八十', '一共1,280元', true],
    ['百分之五', '利率5%，谢谢', true],
    ['5%的', '百分之五的利率', true],
    ['五分钟', '等了5分钟', true],
    ['5 minutes', 'wait five minutes', true],
    ['五零零', '三零六八、500', true],
    ['500', '三零六八、五零零', true],
    ['2019', 'since twenty nineteen', true],
    ['三零', '工号三零六八', true],
    ['306', '工号三零六八', false],
    ['3068', '工号30681', false],
    ['万一', '万一坏了', true],
    ['一下', '等一下', true],
    ['一下', '等1下', true],
    ['两三天', '要23天', false],
  ])('finds a number however it is written: %s in "%s": %s', (typed, said, expected) =>
    expect(finds(typed, said)).toBe(expected),
  );

  test('words that were indexed before numbers were read still answer, and what is found is marked once', () => {
    const before = new Set(tokens('工号3068'));
    const [spoken] = terms('三零六八');
    expect(spoken!.tokens.every((any) => any.some((one) => before.has(one)))).toBe(true);
    const said = '三零六八，3068';
    expect(findTerm(said, spoken!).map(({ fromChar, toChar }) => said.slice(fromChar, toChar))).toEqual([
      '三零六八',
      '3068',
    ]);
  });

  test.each([
    ['，。', 'nothing'],
    ['款', 'single_character'],
    ['a b c d e f g', 'too_many'],
  ])('%s is refused as %s', (typed, refused) => expect(readQuery(typed)).toEqual({ refused }));

  test('a pair of characters and a single word need no second look', () => {
    expect(terms('退款 refund 5g套').map(({ exact }) => exact)).toEqual([true, true, false]);
  });

  test('finds each place, in the text as it was written', () => {
    const said = '退 款吗？對，退款';
    expect(findTerm(said, terms('退款')[0]!).map(({ fromChar, toChar }) => said.slice(fromChar, toChar))).toEqual([
      '退 款',
      '退款',
    ]);
  });
});

test('what is in a text is found in it, with any characters', () => {
  const piece = fc.constantFrom(...'退款订单查询的了5Ga ，。', '■');
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 2, maxLength: 40 }),
      fc.nat(),
      fc.integer({ min: 2, max: 6 }),
      (parts, at, length) => {
        const said = parts.join('');
        const run = legible(said)
          .split('|')
          .filter((one) => /^\p{Script=Han}{2,}$/u.test(one))[0];
        fc.pre(run !== undefined);
        const from = at % (run.length - 1);
        expect(finds(run.slice(from, from + Math.max(2, length)), said)).toBe(true);
      },
    ),
    { seed: 33, numRuns: 500 },
  );
});

test('a token says nothing without its key', () => {
  const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  expect(keyedToken(one, 'p:退款')).toBe(keyedToken(one, 'p:退款'));
  expect(keyedToken(other, 'p:退款')).not.toBe(keyedToken(one, 'p:退款'));
  expect(BigInt.asIntN(64, BigInt(keyedToken(one, 'p:退款'))).toString()).toBe(keyedToken(one, 'p:退款'));
});
