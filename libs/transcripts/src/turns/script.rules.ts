import type { Language } from '#contracts';
import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 't', to: 'cn' });

/**
 * What OpenCC leaves, because it is written so somewhere: 著 where it is the particle or "to touch" (着), as Taiwan writes it; 覆 where it is
 * "to answer" or "again" (复); 妳, 牠 and 祇. 现代汉语词典, 7th edition; 通用规范汉字表 (2013), whose 著 is read zhù only: in 著名, 显著, 原著.
 */
const LEFT: readonly (readonly [RegExp, string])[] = [
  [/(?<![显名卓昭论原编译专巨拙遗土合])著(?![名作称录述者书])/gu, '着'],
  [/(?<=[回答批函电敬请])覆|覆(?=[核信函电命诊查职文])/gu, '复'],
  [/妳/gu, '你'],
  [/牠/gu, '它'],
  [/祇/gu, '只'],
];

/** Whisper writes traditional characters at times: a company's words are in one script. Phrases tell what single characters do not (回覆). */
export const inSimplified = (text: string): string =>
  LEFT.reduce((written, [left, right]) => written.replace(left, right), toSimplified(text));

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  '?': '？',
  '!': '！',
  ':': '：',
  ';': '；',
};

/** Whisper mixes both forms of punctuation: after a Han character it is the Chinese one. */
export const withChineseMarks = (text: string): string =>
  text.replace(/(?<=\p{Script=Han})[,.?!:;]/gu, (mark) => FULL_WIDTH[mark] ?? mark);

/** Puts what was heard into the script in which the product writes. */
export const writerFor = (language: Language): ((text: string) => string) =>
  language === 'zh' ? (text) => withChineseMarks(inSimplified(text)) : (text) => text;

/**
 * Words that follow each other, written together: the other characters of a phrase may be in the next word. Where that makes another number of
 * characters, each on its own.
 */
export function writtenTogether<Said extends { word: string }>(
  words: readonly Said[],
  write: (text: string) => string,
): Said[] {
  const whole = write(words.map(({ word }) => word).join(''));
  const length = words.reduce((sum, { word }) => sum + word.length, 0);
  let at = 0;
  return words.map((said) => {
    const word = whole.length === length ? whole.slice(at, at + said.word.length) : write(said.word);
    at += said.word.length;
    return { ...said, word };
  });
}
