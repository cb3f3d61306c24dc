import type { Language } from '#contracts';
import { amountsInDigits } from './amounts.rules.js';

/**
 * A text as the units that are counted: for Mandarin a Han character each, and a stretch of Latin letters or digits as one; for English words.
 *
 * What is not counted as a difference: full-width and half-width forms (NFKC), capitals, punctuation, spaces, what is in brackets ([noise],
 * <unk>), apostrophes (don't, dont), in Mandarin spaces between single letters (N B D = NBD). Digits: in Mandarin each is read on its own (2023 =
 * 二零二三; 〇 and 幺 are 零 and 一), in English whole numbers below a million are read as cardinals (23 = twenty three). Amounts in Mandarin are
 * written in digits first (三百 = 300). Years read in pairs in English (twenty twenty three) do not equal 2023. Traditional and simplified
 * characters are different characters.
 */
export function unitsOf(text: string, language: Language): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\[[^\]]*\]|<[^>]*>/g, ' ')
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, '');
  return language === 'zh' ? mandarinUnits(plain) : englishUnits(plain);
}

const DIGITS = '零一二三四五六七八九';

function mandarinUnits(text: string): string[] {
  const read = amountsInDigits(text.replace(/(?<=[0-9]),(?=[0-9]{3})/g, ''))
    .replace(/[0-9]/g, (digit) => DIGITS[Number(digit)] ?? digit)
    .replace(/(?<![a-z])[a-z](?: +[a-z](?![a-z]))+/g, (spelled) => spelled.replaceAll(' ', ''))
    .replace(/〇/g, '零')
    .replace(/幺/g, '一')
    .replace(/(?<=[零一二三四五六七八九])[点.](?=[零一二三四五六七八九])/g, '');
  return read.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
}

function englishUnits(text: string): string[] {
  const words = text.replace(/(?<=[0-9]),(?=[0-9]{3})/g, '').match(/[\p{L}]+|[0-9]+/gu) ?? [];
  return words.flatMap((word) => (/^[0-9]{1,6}$/.test(word) && !/^0./.test(word) ? cardinal(Number(word)) : [word]));
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

function cardinal(value: number): string[] {
  if (value < 20) return [SMALL[value] ?? ''];
  if (value < 100) return [TENS[Math.floor(value / 10)] ?? '', ...(value % 10 ? cardinal(value % 10) : [])];
  const [size, name] = value < 1_000 ? [100, 'hundred'] : [1_000, 'thousand'];
  return [...cardinal(Math.floor(value / size)), name, ...(value % size ? cardinal(value % size) : [])];
}

/** Characters of GB 2312, the standard of simplified Chinese: what is outside is mostly traditional. */
const SIMPLIFIED = new Set(
  Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, row) =>
    Buffer.from(Array.from({ length: 94 }, (__, cell) => [0xb0 + row, 0xa1 + cell]).flat()),
  )
    .map((bytes) => new TextDecoder('gbk').decode(bytes))
    .join(''),
);
const TRADITIONAL_SHARE = 0.1;

/** Whether a text is written in traditional characters, which nothing here turns into simplified ones. */
export function looksTraditional(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  return han.length > 0 && han.filter((one) => !SIMPLIFIED.has(one)).length / han.length > TRADITIONAL_SHARE;
}
