import { CHINESE_DIGITS } from './number-words.js';

const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000, 拾: 10, 佰: 100, 仟: 1_000 };
const LARGE: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };
/** 两 counts things; read out in a row of digits it is a two as well. */
const DIGITS: Readonly<Record<string, string>> = { ...CHINESE_DIGITS, 两: '2' };
const PARTS = /[0-9]+(?:\.[0-9]+)?|./gu;

export const HAN_NUMERALS = [...Object.keys(DIGITS), ...Object.keys(SMALL), ...Object.keys(LARGE)].join('');
const HAS_POWER = new RegExp(`[${[...Object.keys(SMALL), ...Object.keys(LARGE)].join('')}]`, 'u');

/**
 * A row of Chinese numerals, with figures among them, in digits: 三零六八 and 两千 as 3068 and 2000, 3百28 as 328, 一百二 as 120.
 * @returns null for what is no one number: 万一, 千万, 四五百, 两三 (a range)
 */
export function hanInDigits(row: string): string | null {
  if (!HAS_POWER.test(row)) return isRange(row) ? null : inARow(row);
  return asAmount(row) ?? tensAmongDigits(row);
}

const inARow = (row: string): string => [...row].map((sign) => DIGITS[sign] ?? sign).join('');

/** 两三, 三四: one after the other says about how many. 一二 and 二三 are as often read out. */
const isRange = (row: string): boolean => /^(?:一两|两三|三四|四五|五六|六七|七八|八九)$/u.test(row);

interface Amount {
  total: number;
  section: number;
  digit: number | null;
  /** What was multiplied last, where no 零 came since: in 一百二 the 二 stands for tens. */
  power: number;
}

function asAmount(row: string): string | null {
  const amount: Amount = { total: 0, section: 0, digit: null, power: 1 };
  for (const part of row.match(PARTS) ?? []) if (!takes(amount, part)) return null;
  const { total, section, digit, power } = amount;
  const last = digit !== null && power > 10 && digit < 10 ? (digit * power) / 10 : (digit ?? 0);
  return String(total + section + last);
}

function takes(amount: Amount, part: string): boolean {
  const [small, large] = [SMALL[part], LARGE[part]];
  if (small !== undefined) {
    if (amount.digit === null && small !== 10) return false;
    amount.section += (amount.digit || 1) * small;
    [amount.digit, amount.power] = [null, small];
    return true;
  }
  if (large !== undefined) {
    const before = amount.section + (amount.digit ?? 0);
    if (before === 0) return false;
    amount.total = (amount.total + before) * large;
    if (large === LARGE['万'] && amount.total >= large * large) return false;
    [amount.section, amount.digit, amount.power] = [0, null, large];
    return true;
  }
  // Digits that are read one by one are no amount.
  if (amount.digit !== null && amount.digit !== 0) return false;
  amount.digit = Number(DIGITS[part] ?? part);
  if (amount.digit === 0 || part.length > 1) amount.power = 1;
  return true;
}

/** 一三八八十二: numbers below a hundred in a row of digits. With a hundred or more it is no row. */
function tensAmongDigits(row: string): string | null {
  const digit = `[${Object.keys(DIGITS).join('')}]`;
  if (/[百千万亿佰仟]/u.test(row)) return null;
  return row.replace(
    new RegExp(`(${digit})?[十拾](${digit})?(?![十拾])|${digit}`, 'gu'),
    (all, tens?: string, ones?: string) =>
      /[十拾]/u.test(all) ? (DIGITS[tens ?? ''] ?? '1') + (DIGITS[ones ?? ''] ?? '0') : (DIGITS[all] ?? ''),
  );
}
