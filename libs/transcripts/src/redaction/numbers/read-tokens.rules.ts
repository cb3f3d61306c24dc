import { CHINESE_DIGITS, ENGLISH_DIGITS, ENGLISH_TENS, REPEATS } from '../../numbers/number-words.js';
import {
  CHINESE_AMOUNTS,
  CHINESE_CORRECTIONS,
  CHINESE_GAPS,
  CHINESE_SOFT_DIGITS,
  CHINESE_UNITS,
  CURRENCY_SIGNS,
  ENGLISH_CORRECTIONS,
  ENGLISH_GAPS,
  ENGLISH_SOFT_DIGITS,
  ENGLISH_UNITS,
  MONTHS,
} from './number-words.js';
import { numbersWithAmounts } from './said-amounts.rules.js';

/**
 * A piece of a turn, as far as numbers go. `digits` carries what it says; `soft` is a digit only between digits; `gap` may be inside a
 * number; `correction` may too and takes back what was said; `letter` and `plus` may begin one; `ex` may end one; `word` ends it.
 */
export interface Token {
  kind:
    | 'digits'
    | 'soft'
    | 'repeat'
    | 'gap'
    | 'correction'
    | 'letter'
    | 'plus'
    | 'ex'
    | 'unit'
    | 'month'
    | 'currency'
    | 'word';
  fromChar: number;
  toChar: number;
  /** Digits; for `repeat` how often; for `letter` the letter in capitals. */
  value: string;
  /** Part of a decimal, a date or a time: never of a number that names something. */
  measured?: boolean;
}

const isDigit = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);
const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 39;
const GAP_SIGNS = new Set(' \t\n\u3000-‐–—_.,，。、…·()（）~～;；!！?？*#');

/** Reads a turn from left to right, each character once. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  const withAmounts = new Map(numbersWithAmounts(text).map((number) => [number.fromChar, number]));
  for (let at = 0; at < text.length;) {
    const number = withAmounts.get(at);
    const token = number ? one('digits', at, number.toChar, number.digits) : readOne(text, at, tokens.at(-1));
    for (const one of Array.isArray(token) ? token : [token]) {
      tokens.push(one);
      at = one.toChar;
    }
  }
  return tokens;
}

function readOne(text: string, at: number, last: Token | undefined): Token | Token[] {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return arabic(text, at);
  if (isLetter(code)) return english(text, at, last);
  const sign = text[at] as string;
  if (GAP_SIGNS.has(sign)) return one('gap', at, at + 1);
  if (sign === '+' || sign === '＋') return one('plus', at, at + 1);
  if (CURRENCY_SIGNS.includes(sign)) return one('currency', at, at + 1);
  return chinese(text, at);
}

const one = (kind: Token['kind'], fromChar: number, toChar: number, value = ''): Token => ({
  kind,
  fromChar,
  toChar,
  value,
});

function arabic(text: string, at: number): Token {
  let to = at;
  while (to < text.length && isDigit(text.charCodeAt(to))) to += 1;
  const value = text.slice(at, to).replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return { ...one('digits', at, to, value), ...(isMeasured(text, at, to) && { measured: true }) };
}

/** `12.5`, `1,280`, `10:30`, `11/24`, `2026-11-24`: told by the signs around. */
function isMeasured(text: string, from: number, to: number): boolean {
  const [before, after] = [text[from - 1] ?? '', text[to] ?? ''];
  const [beyondBefore, beyondAfter] = [isDigit(text.charCodeAt(from - 2)), isDigit(text.charCodeAt(to + 1))];
  if ('.:：/'.includes(after) && after !== '' && beyondAfter) return to - from <= 4;
  if ('.:：/'.includes(before) && before !== '' && beyondBefore) return to - from <= 4;
  if (after === ',' && beyondAfter) return to - from <= 3 && /^\d{3}(?!\d)/.test(text.slice(to + 1, to + 5));
  if (before === ',' && beyondBefore) return to - from === 3;
  const around = text.slice(Math.max(0, from - 8), to + 8);
  return after === '-' || before === '-'
    ? /(?<!\d)(19|20)\d\d-(0?[1-9]|1[0-2])-\d{1,2}(?!\d)/.test(around) && to - from <= 4
    : false;
}

function english(text: string, at: number, last: Token | undefined): Token {
  let to = at;
  while (to < text.length && isLetter(text.charCodeAt(to))) to += 1;
  const word = text.slice(at, to).toLowerCase();
  const digits = ENGLISH_DIGITS[word];
  if (digits) return one('digits', at, to, digits);
  const tens = ENGLISH_TENS[word];
  if (tens) return tensWithUnits(text, at, to, tens);
  if (word === 'hundred' && last?.kind === 'gap') return hundred(text, at, to);
  if (REPEATS[word]) return one('repeat', at, to, String(REPEATS[word]));
  if (ENGLISH_SOFT_DIGITS[word]) return one('soft', at, to, ENGLISH_SOFT_DIGITS[word]);
  if (word === 'plus') return one('plus', at, to);
  if (word === 'x' || word === 'ex') return one('ex', at, to, 'X');
  if (ENGLISH_UNITS.has(word)) return one('unit', at, to);
  if (ENGLISH_CORRECTIONS.has(word)) return one('correction', at, to);
  if (ENGLISH_GAPS.has(word)) return one('gap', at, to);
  if (MONTHS.has(word)) return one('month', at, to);
  return word.length <= 2 && word !== 'is' && word !== 'my'
    ? one('letter', at, to, word.toUpperCase())
    : one('word', at, to);
}

/** “Thirty-eight” and “thirty eight” say 38, “thirty” alone 30. */
function tensWithUnits(text: string, at: number, to: number, tens: string): Token {
  const next = /^[ -]([a-z]{3,5})(?![a-z])/i.exec(text.slice(to, to + 8));
  const unit = next && ENGLISH_DIGITS[(next[1] as string).toLowerCase()];
  if (next && unit?.length === 1 && unit !== '0') return one('digits', at, to + next[0].length, tens + unit);
  return one('digits', at, to, `${tens}0`);
}

/** “Eight hundred, five five five”: two noughts after a digit and before more of them. Anything else is an amount. */
function hundred(text: string, at: number, to: number): Token {
  const next = /^[ ,-]+([a-z]+)/i.exec(text.slice(to, to + 10));
  const follows = next !== null && ENGLISH_DIGITS[(next[1] as string).toLowerCase()]?.length === 1;
  return follows ? one('digits', at, to, '00') : one('unit', at, to);
}

function chinese(text: string, at: number): Token | Token[] {
  const sign = text[at] as string;
  for (const word of CHINESE_CORRECTIONS) if (text.startsWith(word, at)) return one('correction', at, at + word.length);
  if (sign === '双' && simple(text[at + 1])) return one('repeat', at, at + 1, '2');
  if (sign === '叉') return one('ex', at, at + 1, 'X');
  if (text.startsWith('艾克斯', at)) return one('ex', at, at + 3, 'X');
  if (CHINESE_DIGITS[sign] !== undefined || sign === '十' || sign === '两' || CHINESE_AMOUNTS.includes(sign))
    return numeral(text, at);
  const soft = CHINESE_SOFT_DIGITS[sign];
  if (soft !== undefined) return one('soft', at, at + 1, soft);
  for (const word of CHINESE_GAPS) if (text.startsWith(word, at)) return one('gap', at, at + word.length);
  if (text.startsWith('加号', at)) return one('plus', at, at + 2);
  if (CHINESE_UNITS.includes(sign)) return one('unit', at, at + 1);
  return one('word', at, at + 1);
}

const isNumeral = (sign: string | undefined): boolean =>
  sign !== undefined &&
  (CHINESE_DIGITS[sign] !== undefined || sign === '十' || sign === '两' || CHINESE_AMOUNTS.includes(sign));

/** A row of numerals: read one by one; with 十 a number below a hundred; with 百千万亿 an amount, and no digits. */
function numeral(text: string, at: number): Token[] {
  let to = at;
  let amount = false;
  while (isNumeral(text[to])) {
    amount ||= CHINESE_AMOUNTS.includes(text[to] as string);
    to += 1;
  }
  if (amount) return [one('word', at, to)];
  const times = timesSaid(text, to);
  const end = times ? to - 1 : to;
  const tokens: Token[] = [];
  for (let i = at; i < end;) {
    const length =
      text[i + 1] === '十'
        ? simple(text[i + 2]) && text[i + 3] !== '十'
          ? 3
          : 2
        : text[i] === '十' && simple(text[i + 1])
          ? 2
          : 1;
    tokens.push(belowHundred(text, i, i + Math.min(length, end - i)));
    i += Math.min(length, end - i);
  }
  if (times) tokens.push(one('repeat', end, to + 1, times));
  return tokens;
}

/** “两个八” says 88, “三个六” 666: how often, where a numeral that ends here counts the digit behind it. */
function timesSaid(text: string, to: number): string | undefined {
  if (text[to] !== '个' || !simple(text[to + 1]) || CHINESE_AMOUNTS.includes(text[to + 2] ?? '无')) return undefined;
  return TIMES[text[to - 1] ?? ''];
}

const TIMES: Readonly<Record<string, string>> = { 两: '2', 二: '2', 三: '3', 四: '4' };

const simple = (sign: string | undefined): boolean => sign !== undefined && CHINESE_DIGITS[sign] !== undefined;

function belowHundred(text: string, from: number, to: number): Token {
  const signs = text.slice(from, to);
  const ten = signs.indexOf('十');
  const valueOf = (sign: string | undefined, missing: string) =>
    sign === '两' ? '2' : (CHINESE_DIGITS[sign ?? ''] ?? missing);
  if (ten < 0) return one(signs === '两' ? 'soft' : 'digits', from, to, valueOf(signs, ''));
  return one('digits', from, to, valueOf(ten === 1 ? signs[0] : undefined, '1') + valueOf(signs[ten + 1], '0'));
}
