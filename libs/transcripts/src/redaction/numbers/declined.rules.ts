/** The name is said, and the number is not wanted: “安全码不用告诉我”, “不要把安全码告诉任何人”. Of one clause only. */
const CHINESE_BEHIND =
  /^(?:(?:您|你|这边|就|也|都|请|千万|先|是|可以|我们)){0,4}(?:不用|不需要|无需|不必|别|不要|请勿|切勿|不能|不可以|不会|不方便)/;
const CHINESE_BEFORE =
  /(?:不用|不需要|无需|不必|别|不要|请勿|切勿|不会|不能|不可以|没有|没让您|不是)[^，。；,.;？?！!]{0,12}$/;
const ENGLISH_BEFORE =
  /(?<![a-z])(?:don'?t|do not|doesn'?t|never|no need|not need|needn'?t|without|won'?t|will not|not|didn'?t|shouldn'?t|cannot|can'?t|rather than|instead of)(?: [a-z']+){0,8} *$/;
const ENGLISH_BEHIND =
  /^s?(?: (?:is|are|was))?(?: not|n'?t)(?: (?:needed|required|necessary|something))|^s? (?:isn'?t|aren'?t|won'?t)(?![a-z])/;

/** What is looked at around a name, in characters. */
const AROUND = 60;

/** Is a number's name said only to say that the number is not wanted? Then no digits are an answer to it. */
export function isDeclined(text: string, fromChar: number, toChar: number): boolean {
  const before = lastClause(text.slice(Math.max(0, fromChar - AROUND), fromChar).toLowerCase());
  const behind = text.slice(toChar, toChar + AROUND).toLowerCase();
  return (
    CHINESE_BEFORE.test(before) ||
    ENGLISH_BEFORE.test(before) ||
    CHINESE_BEHIND.test(behind) ||
    ENGLISH_BEHIND.test(behind)
  );
}

const lastClause = (text: string): string => text.split(/[，。；,.;？?！!]/).at(-1) ?? '';
