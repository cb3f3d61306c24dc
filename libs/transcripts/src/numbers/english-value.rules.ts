import { ENGLISH_DIGITS, ENGLISH_TENS, REPEATS } from './number-words.js';

const POWERS: Readonly<Record<string, number>> = { hundred: 100, thousand: 1_000, million: 1_000_000 };
const NOUGHTS = new Set(['oh', 'o']);
export const POINT = 'point';

/** Without one of these, or figures, English says no number. */
export const ENGLISH_NUMERALS: readonly string[] = [ENGLISH_DIGITS, ENGLISH_TENS, POWERS].flatMap(Object.keys);

/** May "and" follow within a number? */
export const isPower = (word: string): boolean => POWERS[word] !== undefined;

/** Has a word a place in a number? `soft`: only before or between digits. */
export function numberWord(word: string): 'digit' | 'soft' | null {
  if (ENGLISH_DIGITS[word] || ENGLISH_TENS[word] || POWERS[word]) return 'digit';
  return REPEATS[word] || NOUGHTS.has(word) || word === POINT || word === 'and' ? 'soft' : null;
}

const isFigures = (word: string): boolean => /^[0-9.]+$/.test(word);
const isDigit = (word = ''): boolean => ENGLISH_DIGITS[word]?.length === 1;
const valueOf = (word: string): number =>
  Number(NOUGHTS.has(word) ? 0 : (ENGLISH_DIGITS[word] ?? Number(ENGLISH_TENS[word]) * 10));

/** A number that grows with the words that follow: what is less than `room` still belongs to it. */
interface Growing {
  total: number;
  section: number;
  room: number;
}

/**
 * English number words, with figures among them, in digits, as they are read out: "three zero six eight" and "thirty sixty-eight" as 3068,
 * "twenty nineteen" as 2019, "four hundred and twelve" as 412, "double five" as 55, "138 one two three" as 138123.
 */
export function wordsInDigits(said: readonly string[]): string {
  const words = said.filter((word) => word !== 'and');
  let digits = '';
  let growing: Growing | null = null;
  for (const [at, word] of words.entries()) {
    if (REPEATS[word]) continue;
    const grown = growWith(growing, words, at);
    if (growing && grown?.joined) {
      growing = grown;
      continue;
    }
    if (growing) digits += growing.total + growing.section;
    growing = grown;
    if (!grown) digits += asRead(words, at);
  }
  return growing ? digits + String(growing.total + growing.section) : digits;
}

/** What is read digit by digit: a nought, figures, "double" before a digit, a point. */
function asRead(words: readonly string[], at: number): string {
  const word = words[at] as string;
  if (word === POINT) return '.';
  return (isFigures(word) ? word : String(valueOf(word))).repeat(REPEATS[words[at - 1] ?? ''] ?? 1);
}

/** The number with this word in it, or a new one that it begins (`joined` false); null where it is read on its own. */
function growWith(
  growing: Growing | null,
  words: readonly string[],
  at: number,
): (Growing & { joined: boolean }) | null {
  const word = words[at] as string;
  const next = words[at + 1];
  const power = POWERS[word];
  if (power) return multiplied(growing, power);
  if (word === POINT || REPEATS[words[at - 1] ?? '']) return null;
  if (isFigures(word) && !POWERS[next ?? '']) return null;
  const value = isFigures(word) ? Number(word) : valueOf(word);
  if (value === 0) return null;
  const room = ENGLISH_TENS[word] ? 10 : 1;
  // "Nine hundred one two three": after the hundred the digits come one by one.
  const oneByOne = isDigit(word) && isDigit(next) && growing !== null && growing.room > 10;
  if (growing && value < growing.room && !oneByOne)
    return { total: growing.total, section: growing.section + value, room, joined: true };
  return { total: 0, section: value, room, joined: false };
}

function multiplied(growing: Growing | null, power: number): Growing & { joined: boolean } {
  const fits = growing !== null && growing.section > 0 && growing.section < Math.min(power, 1_000);
  const { total, section } = fits ? growing : { total: 0, section: 1 };
  if (power === 100) return { total, section: section * power, room: power, joined: fits };
  return { total: total + section * power, section: 0, room: power, joined: fits };
}
