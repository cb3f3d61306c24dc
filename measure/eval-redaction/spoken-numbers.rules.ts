import { type Language } from '#contracts';

/** 0 ≤ x < 1, from a seed. */
export type Random = () => number;

export const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
export const chance = (random: Random, share: number): boolean => random() < share;
export const digitsOf = (random: Random, length: number): string =>
  Array.from({ length }, () => String(Math.floor(random() * 10))).join('');

const ZH = '零一二三四五六七八九';
const EN = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
/** What a recogniser writes for a digit that it misheard, in the middle of a number. */
const SLIPS: Record<string, string> = { '1': '妖', '0': '洞', '2': '两', '7': '拐', '9': '酒', '8': '爸' };

/** Cuts a number as people say it: in threes and fours. */
export function groups(random: Random, digits: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < digits.length;) {
    const length = digits.length - at <= 5 ? digits.length - at : pick(random, [3, 4, 4]);
    parts.push(digits.slice(at, at + length));
    at += length;
  }
  return parts;
}

/** A group of digits as it is said or written in a language. */
export function sayGroup(random: Random, language: Language, group: string): string {
  if (chance(random, 0.4)) return chance(random, 0.25) ? [...group].join(' ') : group;
  return language === 'zh' ? sayChinese(random, group) : sayEnglish(random, group);
}

function sayChinese(random: Random, group: string): string {
  const one = chance(random, 0.7) ? '幺' : '一';
  const said = [...group].map((digit) => (digit === '1' ? one : (ZH[Number(digit)] as string)));
  const middle = Math.floor(said.length / 2);
  const slip = SLIPS[group[middle] ?? ''];
  if (slip && said.length >= 4 && chance(random, 0.06)) said[middle] = slip;
  return said.join('');
}

function sayEnglish(random: Random, group: string): string {
  const words: string[] = [];
  for (let at = 0; at < group.length; at += 1) {
    const digit = group[at] as string;
    const run = /^(.)\1*/.exec(group.slice(at))?.[0].length ?? 1;
    if (run >= 2 && chance(random, 0.6)) {
      const times = Math.min(run, 3);
      words.push(times === 3 ? 'triple' : 'double', EN[Number(digit)] as string);
      at += times - 1;
    } else words.push(digit === '0' && chance(random, 0.6) ? 'oh' : (EN[Number(digit)] as string));
  }
  return words.join(' ');
}

/** A whole number, with what people put between its groups. */
export function sayNumber(random: Random, language: Language, digits: string): string {
  const between = language === 'zh' ? ['', ' ', '，', '，嗯，', '-'] : [' ', ', ', ' um ', '-', ' '];
  const sign = pick(random, between);
  return groups(random, digits)
    .map((group) => sayGroup(random, language, group))
    .join(sign);
}

/** ISO/IEC 7812-1: the digit that makes the whole divisible by ten. */
export function withLuhn(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const twice = Number(digit) * 2;
    return total + (at % 2 === 0 ? (twice > 9 ? twice - 9 : twice) : Number(digit));
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

/** GB 11643: a place, a birthday, a serial and the check character. */
export function identityNumber(random: Random): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const place = pick(random, ['110101', '310115', '440305', '330106', '510104', '420111', '610113']);
  const day = `${1950 + Math.floor(random() * 55)}${two(1 + Math.floor(random() * 12))}${two(1 + Math.floor(random() * 28))}`;
  const body = place + day + digitsOf(random, 3);
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + '10X98765432'[sum % 11];
}
