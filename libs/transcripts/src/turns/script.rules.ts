import type { Language } from '#contracts';
import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 't', to: 'cn' });

/** Whisper writes traditional characters at times: a company's words are in one script. */
export const inSimplified = (text: string): string => toSimplified(text);

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
