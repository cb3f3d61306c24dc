import { type Transcript } from '#contracts';

/**
 * What a speaker says to sway the judge rather than to the person on the telephone: the outcomes by name beside talk of grading, marks of
 * machines, coded runs, hidden characters. A call with it is judged by rules alone, so that fooling the model gains nothing, not even
 * doubt. Missing one costs no more than an item that waits for a person.
 */
const GRADING =
  /评分|打分|判(?:为|定|我|给|她|他)|达成|清单.{0,12}项|(?:写|一律|全部).{0,4}(?:met|达成)|\bgrad(?:e|es|er|ing)\b|\b(?:mark|put|write|judge|set|item|items|outcome|verdict|checklist)\b.{0,60}\b(?:not[ _])?met\b|\b(?:not[ _])?met\b.{0,40}\b(?:everywhere|throughout|item|items)\b|\bdefined to be\b/iu;
const INSTRUCTING =
  /忽略(?:以上|之前|上面).{0,12}(?:指令|要求|内容)|系统(?:消息|提示词)|开发者模式|提示词|\b(?:ignore|disregard)\b.{0,30}\b(?:instructions?|told|above|rules)\b|\bsystem (?:message|prompt)\b|\bdeveloper mode\b|\bfunction set_/iu;
const MACHINE =
  /[{}<>`\\]|```|\b(?:assistant|tool_call|json)\b\s*[:{(]|[A-Za-z0-9+/]{20,}={0,2}|\bbase64\b|\brot13\b|[_=]\s?["']?(?:not_)?met\b/iu;
/** Zero-width, direction and tag characters; no recogniser writes them. */
const HIDDEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/u;

/** Whether words of a call look as if they were meant for its judge. */
export const addressesJudge = ({ turns }: Pick<Transcript, 'turns'>): boolean =>
  turns.some(({ text }) => {
    const plain = text.normalize('NFKC');
    return [GRADING, INSTRUCTING, MACHINE].some((pattern) => pattern.test(plain)) || HIDDEN.test(text);
  });
