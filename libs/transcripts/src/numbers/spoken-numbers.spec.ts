import { saidInEnglish, saidInMandarin } from './say-number.rules.js';
import { spokenNumbers } from './spoken-numbers.rules.js';

const values = (text: string): string[] =>
  spokenNumbers(text).map(({ value, percent }) => value + (percent ? '%' : ''));

describe('numbers as they are said and as recognisers write them', () => {
  test.each([
    ['3068', ['3068']],
    ['三零六八', ['3068']],
    ['三〇六八', ['3068']],
    ['３０６８', ['3068']],
    ['三 零 六 八', ['3068']],
    ['three zero six eight', ['3068']],
    ['Three oh six-eight', ['3068']],
    ['thirty sixty-eight', ['3068']],
    ['30 sixty eight', ['3068']],
    ['twenty nineteen', ['2019']],
    ['two thousand and nineteen', ['2019']],
    ['nineteen oh five', ['1905']],
    ['两千', ['2000']],
    ['2千', ['2000']],
    ['两千零十九', ['2019']],
    ['一百二', ['120']],
    ['三千五', ['3500']],
    ['一百零二', ['102']],
    ['3百28', ['328']],
    ['3.5万', ['35000']],
    ['十五', ['15']],
    ['幺幺零', ['110']],
    ['百分之五', ['5%']],
    ['百分之二十五', ['25%']],
    ['5%', ['5%']],
    ['five percent', ['5%']],
    ['twenty-five per cent', ['25%']],
    ['double five', ['55']],
    ['triple zero two', ['0002']],
    ['double oh seven', ['007']],
    ['138 one two three', ['138123']],
    ['一三八 0013 八零零零', ['13800138000']],
    ['一三八八十二', ['13882']],
    ['nine hundred one two three', ['900123']],
    ['eight hundred five five five', ['800555']],
    ['one hundred twenty three thousand four hundred and five', ['123405']],
    ['1,280元', ['1280']],
    ['一千二百八十元', ['1280']],
    ['12.5', ['12.5']],
    ['十二点五', ['12.5']],
    ['twelve point five', ['12.5']],
    ['two million', ['2000000']],
    ['the 3rd at 10am', ['3', '10']],
  ])('%s is %j', (text, expected) => expect(values(text)).toEqual(expected));

  test.each([
    '万一',
    '千万别急',
    '四五百块',
    '两三天',
    '您好，请问有什么可以帮您',
    'and so I said oh no, that is the point',
    '5G套餐',
    'flight BA1234',
    'double check',
  ])('there is none in “%s”', (text) => expect(values(text)).toEqual([]));

  test('each knows its place, a percent sign and 百分之 included', () => {
    const text = '利率是百分之五，也就是 5 %，编号 three zero six eight。';
    expect(spokenNumbers(text).map(({ fromChar, toChar }) => text.slice(fromChar, toChar))).toEqual([
      '百分之五',
      '5 %',
      'three zero six eight',
    ]);
  });

  test('a hyphen between figures parts them, and signs join groups only where that is asked for', () => {
    expect(values('2026-11-24')).toEqual(['2026', '11', '24']);
    expect(values('138, 0013, 8000')).toEqual(['138', '0013', '8000']);
    expect(spokenNumbers('138, 0013, 8000', 'signs')[0]?.digits).toBe('13800138000');
    expect(spokenNumbers('一三八，嗯，零零一三', 'signs')[0]?.digits).toBe('1380013');
    expect(spokenNumbers('four, uh, five', 'signs')[0]?.digits).toBe('45');
  });

  test('copies no more for each number of a text that holds many', () => {
    const slice = String.prototype.slice;
    const copied = (times: number): number => {
      let characters = 0;
      const text = 'thirty sixty-eight 三零六八 double , '.repeat(times);
      String.prototype.slice = function (from, to) {
        const part = slice.call(this, from, to);
        characters += part.length;
        return part;
      };
      try {
        spokenNumbers(text);
      } finally {
        String.prototype.slice = slice;
      }
      return characters;
    };
    expect(copied(2_000)).toBeGreaterThan(0);
    expect(copied(16_000)).toBeLessThan(copied(2_000) * 9);
  });
});

describe('how figures are said', () => {
  test.each([
    ['2', ['两', '二']],
    ['24', ['二十四', '二四']],
    ['11', ['十一', '一一', '幺幺']],
    ['205', ['两百零五', '二百零五', '二零五']],
    ['1010', ['一千零一十', '一零一零', '幺零幺零']],
    ['95588', ['九五五八八']],
  ])('%s in Mandarin', (digits, said) => expect(saidInMandarin(digits)).toEqual(said));

  test('English says years and numbers of four digits in pairs too', () => {
    expect(saidInEnglish('24')).toEqual(['twenty four', 'two four']);
    expect(saidInEnglish('3068')).toContain('three zero six eight');
    expect(saidInEnglish('2019')).toEqual(expect.arrayContaining(['twenty nineteen', 'two thousand nineteen']));
  });

  test('every number, spoken, is read back as the same figures', () => {
    for (let value = 0; value < 10_000; value += 7) {
      for (const said of [...saidInMandarin(String(value)), ...saidInEnglish(String(value))])
        expect([said, ...values(said)]).toEqual([said, String(value)]);
    }
  });
});
