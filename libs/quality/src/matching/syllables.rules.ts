import { pinyin } from 'pinyin-pro';

/**
 * Recognisers confuse characters that sound alike (在/再) and sounds that many speakers do not tell apart (zh/z, -ing/-in, n-/l- is kept). A
 * Chinese character is therefore matched by its folded, toneless syllable; the character itself is compared afterwards to say how exact a
 * match is. Each character gets its usual reading; text and phrase get the same one, right or wrong.
 */
const UNREAD = 0;
const NOT_CHINESE = -1;

const numbers = new Map<string, number>();
const byCode = new Int16Array(0x10000).fill(UNREAD);

const fold = (syllable: string): string => syllable.replace(/^([zcs])h/, '$1').replace(/(i|e)ng$/, '$1n');

export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);

function read(code: number): number {
  if (!isHan(code)) return NOT_CHINESE;
  const syllable = fold(pinyin(String.fromCharCode(code), { toneType: 'none', v: true }));
  const number = numbers.get(syllable) ?? numbers.size + 1;
  numbers.set(syllable, number);
  return number;
}

/** The number (1, 2, …) of the syllable of a UTF-16 code, or −1 where it is no Chinese character. Numbers are stable within a process. */
export function syllableOf(code: number): number {
  const known = byCode[code]!;
  return known === UNREAD ? (byCode[code] = read(code)) : known;
}
