import { type Language } from '#contracts';
import { findTimes } from './find-times.rules.js';

/** A time whose number was taken out of the words, as redaction and collections of chats do: "[数字]个工作日", "within [NUMBER] hours". What is past is no time of a promise. */
const TAKEN_OUT: Readonly<Record<Language, RegExp>> = {
  zh: /\[(?:时间|日期)\]|\[[^\]]{1,20}\]\s*(?:个?(?:工作日|工作天|小时|钟头|星期|礼拜|月)|分钟|[天日周])(?!之?前|以前|了)|\[数字\]\s*[号点]/u,
  en: /\[(?:time|date)\]|\[[^\]]{1,20}\]\s*(?:business |working )?(?:minutes?|hours?|days?|weeks?|months?)\b(?! ago| earlier)/iu,
};

/** Where a time was taken out of a text; null where none was. That there was one is known, not which. */
export function timeTakenOut(text: string, language: Language): { fromChar: number; toChar: number } | null {
  const match = TAKEN_OUT[language].exec(text);
  return match && { fromChar: match.index, toChar: match.index + match[0].length };
}

export const namesTime = (text: string, language: Language): boolean =>
  findTimes(text, language).length > 0 || timeTakenOut(text, language) !== null;
