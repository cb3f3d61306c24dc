import { type Language } from '#contracts';
import { findTimes } from './find-times.rules.js';

/** What a mask stands for that is never the number of a time; [CARDINAL] is any number. */
const NO_TIME =
  '(?![^\\]]*(?:金额|电话|手机|号码|地址|姓名|订单|账|卡|邮箱|证|phone|mobile|amount|money|price|name(?![a-z])|address|card(?!inal)|account|(?<![a-z])order|e-?mail|(?<![a-z])id(?![a-z])))';
const MASK = `\\[${NO_TIME}[^\\]]{1,20}\\]`;

/** A time whose number was taken out of the words, as redaction and collections of chats do: "[数字]个工作日", "within [NUMBER] hours". What is past is no time of a promise. */
const TAKEN_OUT: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    `\\[(?:时间|日期)\\]|${MASK}\\s*(?:个?(?:工作日|工作天|小时|钟头|星期|礼拜|月)|分钟|[天日周])(?!之?前|以前|了)` +
      '|(?:今[天日晚早]|明[天日晚早]|后天|[上下中]午|早上|晚上|凌晨|预计|会在|之前在)\\s*\\[数字\\]\\s*[号点]|\\[数字\\]\\s*[号点](?:钟?之?前|以前|左右|[上下中]午|早上|晚上|到货|送)',
    'u',
  ),
  en: new RegExp(
    `\\[(?:time|date)\\]|${MASK}\\s*(?:business |working )?(?:minutes?|hours?|days?|weeks?|months?)\\b(?! ago| earlier)`,
    'iu',
  ),
};

/** May be a day or an hour, and as well a member of staff, a line or a house: "[数字]号". */
const MAY_BE_TIME: Readonly<Partial<Record<Language, RegExp>>> = { zh: /\[数字\]\s*[号点]/u };

export interface TakenOut {
  readonly fromChar: number;
  readonly toChar: number;
  /** Whether it can stand for nothing but a time. */
  readonly sure: boolean;
}

/** Where a time was taken out of a text; null where none was. That there was one is known, not which. */
export function timeTakenOut(text: string, language: Language): TakenOut | null {
  const sure = TAKEN_OUT[language].exec(text);
  const match = sure ?? MAY_BE_TIME[language]?.exec(text) ?? null;
  return match && { fromChar: match.index, toChar: match.index + match[0].length, sure: sure !== null };
}

export const namesTime = (text: string, language: Language): boolean =>
  findTimes(text, language).length > 0 || timeTakenOut(text, language) !== null;
