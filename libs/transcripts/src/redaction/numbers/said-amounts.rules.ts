import { type Certainty, type SensitiveKind, type Speaker } from '#contracts';
import { spokenNumbers, type SpokenNumber } from '../../numbers/spoken-numbers.rules.js';
import { labelsIn, lastLabel, type Label } from './labels.rules.js';
import { CHINESE_UNITS, CURRENCY_SIGNS, ENGLISH_UNITS } from './number-words.js';

const AMOUNT_WORDS = /[百千]|(?<![a-z])(?:hundred|thousand)(?![a-z])/gi;
/** Shorter, a number with hundreds in it is an amount and nothing else. */
const FEWEST_OF_A_NUMBER = 7;
const MOST_AMOUNT_WORDS = 2;
const CONTEXT_CHARS = 60;
const TURNS_ASKED = 3;

/** Between a name and its code, or around a code that is all of an answer. */
const NOTHING_ELSE =
  /^(?:[\s，,：:、.。!！]|是|为|呢|啊|嗯|呃|好的?|那个|就是|应该是|数字|三位数?|的|吧|it'?s|it is|that'?s|that is|is|uh|um|er|so|okay|ok|yes|code|number)*$/i;

const amountWordsIn = (text: string): number => text.match(AMOUNT_WORDS)?.length ?? 0;

/** Numbers that name something, of which a part was said as an amount: 一百三十八，零零一三…, "four one five … two thousand and one". */
export function numbersWithAmounts(text: string): SpokenNumber[] {
  if (amountWordsIn(text) === 0) return [];
  return spokenNumbers(text, 'signs').filter(({ value, digits, percent, fromChar, toChar }) => {
    const words = amountWordsIn(text.slice(fromChar, toChar));
    return (
      words > 0 && words <= MOST_AMOUNT_WORDS && digits.length >= FEWEST_OF_A_NUMBER && value === digits && !percent
    );
  });
}

/**
 * Codes that were said as amounts: 七百三十九 for 739. An amount is not hidden, so only what follows a code's name at once, or is all that was
 * answered to the question for it, is one; and a person decides before anything is cut.
 */
export function codesSaidAsAmounts(turns: readonly SpokenTurn[]): TextSpan[] {
  return turns.flatMap((turn, place) => {
    if (amountWordsIn(turn.text) === 0) return [];
    return spokenNumbers(turn.text).flatMap((number) => {
      if (!isPlainAmount(turn.text, number)) return [];
      const label = nameBefore(turn.text, number) ?? nameAsked(turns, place, number);
      const kind = label === 'card_code' ? 'card_code' : label === 'passcode' ? 'other_number' : null;
      return kind
        ? [{ turn: turn.index, fromChar: number.fromChar, toChar: number.toChar, kind, certainty: 'likely' as const }]
        : [];
    });
  });
}

function isPlainAmount(text: string, { value, digits, percent, fromChar, toChar }: SpokenNumber): boolean {
  if (percent || value !== digits || digits.length < 3 || digits.length > 8) return false;
  if (amountWordsIn(text.slice(fromChar, toChar)) === 0) return false;
  const after = text.slice(toChar).trimStart();
  const [sign, word] = [after[0] ?? '', /^[a-z]+/i.exec(after)?.[0].toLowerCase() ?? ''];
  const before = text.slice(0, fromChar).trimEnd().at(-1) ?? '';
  return (
    !(sign !== '' && CHINESE_UNITS.includes(sign)) &&
    !ENGLISH_UNITS.has(word) &&
    !(before !== '' && CURRENCY_SIGNS.includes(before))
  );
}

function nameBefore(text: string, { fromChar }: SpokenNumber): Label | null {
  const before = text.slice(Math.max(0, fromChar - CONTEXT_CHARS), fromChar);
  const end = Math.max(0, ...labelsIn(before).values());
  return NOTHING_ELSE.test(before.slice(end)) ? lastLabel(before) : null;
}

function nameAsked(turns: readonly SpokenTurn[], place: number, { fromChar, toChar }: SpokenNumber): Label | null {
  const { text, speaker } = turns[place]!;
  if (!NOTHING_ELSE.test(text.slice(0, fromChar)) || !NOTHING_ELSE.test(text.slice(toChar))) return null;
  const earlier = turns.slice(Math.max(0, place - TURNS_ASKED), place);
  const asking = earlier.findLast((turn) => labelsIn(turn.text.slice(-3 * CONTEXT_CHARS)).size > 0);
  if (!asking || (asking.speaker === speaker && speaker !== 'unknown')) return null;
  return lastLabel(asking.text.slice(-3 * CONTEXT_CHARS));
}

/** A stretch of one turn, found by a finder; times are added later. */
export interface TextSpan {
  turn: number;
  fromChar: number;
  toChar: number;
  kind: SensitiveKind;
  certainty: Certainty;
}

export interface SpokenTurn {
  index: number;
  speaker: Speaker;
  text: string;
}
