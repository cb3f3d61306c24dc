import { CHINESE_DIGITS } from '#transcripts/rules';

const ZH_DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Object.entries(CHINESE_DIGITS).map(([sign, digit]) => [sign, Number(digit)])),
  ...{ 两: 2, 俩: 2 },
};

/** A Chinese or Arabic numeral, as a part of a pattern. 几 and 数 are not numerals: they fix no date. */
export const ZH_NUMERAL = '(?:\\d{1,4}|[零〇一二两俩三四五六七八九十百]{1,6})';

/** 三, 十五, 二十四, 两三 (the larger), 三五 (the larger), 28. @returns NaN for what is none */
export function readZhNumeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  // 两三天, 三五天: one after the other is a range, of which the end counts.
  if (/^[一二两三四五六七八九]{2}$/.test(text)) return ZH_DIGITS[text[1]!]!;
  let [total, digit] = [0, 0];
  for (const char of text) {
    if (char === '十' || char === '百') {
      total += (digit || 1) * (char === '十' ? 10 : 100);
      digit = 0;
    } else if (char in ZH_DIGITS) digit = ZH_DIGITS[char]!;
    else return Number.NaN;
  }
  return total + digit;
}

const EN_SMALL = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const EN_TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const EN_ORDINALS = [
  ...['zeroth', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
  ...['eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth'],
  ...['nineteenth', 'twentieth'],
];

const SMALL = EN_SMALL.slice(1).reverse().join('|');
const TENS = EN_TENS.join('|');
/** An English numeral up to 999, in words or figures, as a part of a pattern. */
export const EN_NUMERAL = `(?:\\d{1,3}|(?:${TENS})(?:[- ](?:${EN_SMALL.slice(1, 10).join('|')}))?|${SMALL})`;
/** 3rd, third, twenty-first. */
export const EN_ORDINAL = `(?:\\d{1,2}(?:st|nd|rd|th)|(?:twenty|thirty)[- ](?:${EN_ORDINALS.slice(1, 10).join('|')})|thirtieth|${EN_ORDINALS.slice(1).reverse().join('|')})`;

/** "twenty-four", "3", "third", "21st". @returns NaN for what is none */
export function readEnNumeral(text: string): number {
  const figures = /^(\d+)(?:st|nd|rd|th)?$/.exec(text);
  if (figures) return Number(figures[1]);
  if (text === 'thirtieth') return 30;
  let total = 0;
  for (const word of text.split(/[- ]/)) {
    const tens = EN_TENS.indexOf(word);
    const small = Math.max(EN_SMALL.indexOf(word), EN_ORDINALS.indexOf(word));
    if (tens < 0 && small < 0) return Number.NaN;
    total += tens >= 0 ? (tens + 2) * 10 : small;
  }
  return total;
}
