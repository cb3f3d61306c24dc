import { FLAG, type Symbols } from '../matching/symbols.rules.js';

/** A number as it was said or written, in digits: "four fifty six", "四百五十六" and "456" are the same. */
export interface NumberRun {
  readonly digits: string;
  /** Symbols; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
}

const HAN_DIGITS = new Map([...'零一二三四五六七八九'].map((char, value) => [char.charCodeAt(0), value]));
for (const [char, value] of [...'〇0幺1两2'].flatMap((char, i, all) =>
  i % 2 ? [] : [[char, Number(all[i + 1])] as const],
)) {
  HAN_DIGITS.set(char.charCodeAt(0), value);
}
const HAN_POWERS = new Map([
  ['十'.charCodeAt(0), 10],
  ['百'.charCodeAt(0), 100],
  ['千'.charCodeAt(0), 1_000],
  ['万'.charCodeAt(0), 10_000],
]);
const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const WORDS = new Map<string, number>([
  ...ONES.split(' ').map((word, value): [string, number] => [word, value]),
  ...TENS.split(' ').map((word, i): [string, number] => [word, (i + 2) * 10]),
  ['oh', 0],
  ['o', 0],
  ['hundred', 100],
  ['thousand', 1_000],
]);

/** 四百五十六 is a value, 四五六 are digits one by one. */
function hanDigits(codes: readonly number[]): string {
  if (!codes.some((code) => HAN_POWERS.has(code))) return codes.map((code) => HAN_DIGITS.get(code) ?? '').join('');
  let [total, section, digit] = [0, 0, 0];
  for (const code of codes) {
    const power = HAN_POWERS.get(code);
    if (power === undefined) digit = HAN_DIGITS.get(code) ?? 0;
    else if (power === 10_000) [total, section, digit] = [total + (section + digit) * power, 0, 0];
    else [section, digit] = [section + (digit === 0 ? 1 : digit) * power, 0];
  }
  return String(total + section + digit);
}

/** "four twelve" is 412, "four hundred and twelve" too, "double four" 44. */
function wordDigits(words: readonly string[]): string {
  let digits = '';
  let value: number | null = null;
  let room = 1;
  let repeat = 1;
  const flush = (): void => {
    if (value !== null) digits += String(value).repeat(repeat);
    [value, room, repeat] = [null, 1, 1];
  };
  for (const word of words) {
    if (word === 'double' || word === 'triple') {
      flush();
      repeat = word === 'double' ? 2 : 3;
      continue;
    }
    const number = WORDS.get(word);
    if (number === undefined) {
      flush();
      digits += word.replace(/\D/g, '');
    } else if (number >= 100) [value, room] = [(value ?? 1) * number, number];
    else if (value !== null && number < room) [value, room] = [value + number, number >= 20 ? 10 : 1];
    else {
      const keep = repeat;
      if (value !== null) flush();
      [value, room] = [number, number >= 20 ? 10 : 1];
      if (keep > 1 && digits === '') repeat = keep;
    }
  }
  flush();
  return digits;
}

const bridges = (symbols: Symbols, at: number): boolean =>
  symbols.words[at] === 'and' && symbols.words[at - 1] === 'hundred' && at + 1 < symbols.length;

const isNumber = (symbols: Symbols, at: number): boolean =>
  at < symbols.length && (symbols.flags[at]! & FLAG.number) !== 0;

/** Every number of a turn, in order. */
export function numbersIn(symbols: Symbols): NumberRun[] {
  const runs: NumberRun[] = [];
  for (let from = 0; from < symbols.length; from++) {
    if (!isNumber(symbols, from)) continue;
    let to = from + 1;
    const han = symbols.words[from] === '';
    while (
      isNumber(symbols, to) ? (symbols.words[to] === '') === han : bridges(symbols, to) && isNumber(symbols, to + 1)
    )
      to++;
    const digits = han
      ? hanDigits(Array.from(symbols.codes.slice(from, to)))
      : wordDigits(Array.from(symbols.words.slice(from, to)).filter((word) => word !== 'and'));
    if (digits !== '') runs.push({ digits, from, to });
    from = to - 1;
  }
  return runs;
}
