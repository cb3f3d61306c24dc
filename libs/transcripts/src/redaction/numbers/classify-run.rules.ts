import { type Certainty, type Language, type SensitiveKind } from '#contracts';
import { isCardNumber, isIdentityNumber, looksLikeIdentity } from '../kinds/check-digits.rules.js';
import {
  isBritish,
  isChineseLandline,
  isChineseMobile,
  isNorthAmerican,
  isServiceLine,
} from '../kinds/telephone.rules.js';
import { type DigitRun } from './digit-runs.rules.js';
import { labelsIn, lastLabel, type Label } from './labels.rules.js';

/**
 * A number that the United States' Social Security Administration can have given: no area 000, 666 or 900 to 999, no group 00, no serial
 * number 0000. There is no check digit.
 */
export const isSocialSecurity = (digits: string): boolean =>
  /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits);

/** Written or said in its three parts, 123-45-6789. */
export const looksLikeSocialSecurity = (groups: readonly string[]): boolean =>
  groups.map((group) => group.length).join('-') === '3-2-4' && isSocialSecurity(groups.join(''));

export interface Verdict {
  kind: SensitiveKind;
  certainty: Certainty;
}

/** A run of digits and what is known of why it was said. */
export interface RunInContext {
  run: DigitRun;
  /** The call's, where it is known. */
  language?: Language | undefined;
  /** Names by which the other speaker asked, in the turns just before; empty when there was no question. */
  asked: ReadonlySet<Label>;
  /** Was a card's code asked for or named a few turns ago, and not given yet? */
  codeAwaited: boolean;
  /** Is it all that its turn says, and is a card's code what was last asked for? */
  answersCode: boolean;
}

/** Shorter than this, a number that was named as sensitive identifies no person (the last four digits of a card). */
const FEWEST_NAMED = 7;
const ORDER_LIKE: ReadonlySet<Label> = new Set(['order', 'date']);

/** What a run is, or null when there is nothing to hide. Its form is asked first, then what it was called. */
export function classifyRun(context: RunInContext): Verdict | null {
  const { run } = context;
  const names = namesOf(context);
  const number = run.digits + (run.ex ? 'X' : '');
  return (
    cardCode(context, names) ??
    proven(run, number) ??
    socialSecurity(run, names) ??
    passport(run, names) ??
    telephone(context, names) ??
    named(run, number, names)
  );
}

/** The label nearest before it; else what follows it (“…是我手机号”); else what was asked. */
function namesOf({ run, asked }: RunInContext): ReadonlySet<Label> {
  const before = lastLabel(run.before);
  if (before) return new Set([before]);
  const after = labelsIn(run.after.split(/[，,。.;；?？]/)[0] ?? '');
  return after.size > 0 ? new Set(after.keys()) : asked;
}

/** Between a code's name and its digits there is nothing else: “安全码呢，是七三九”, “the CVV on the back is 739”. */
const NOTHING_ELSE =
  /^(?:[\s，,：:、.。]|是|为|呢|啊|嗯|呃|那个|就是|应该是|应该|数字|三位|三位数|号码|您|你|我|的|卡|背面|背后|后面|最后|number|numbers?|code|is|are|was|it'?s|that'?s|that|it|the|on|of|my|your|card|back|three|digits?|would|be|uh|um|er|so|okay|ok|yes|here)*$/i;

/**
 * Only digits that follow the code's name at once, or are all that was answered to the question for it, are certainly a code: on the
 * strength of that alone the stored recording is cut. What else may be one is doubtful, and a person decides.
 */
function cardCode(context: RunInContext, names: ReadonlySet<Label>): Verdict | null {
  const { run, codeAwaited, asked } = context;
  const { length } = run.digits;
  const called = names.has('card_code');
  if (!codeAwaited && !called) return null;
  const other = lastLabel(run.before);
  if (length >= 3 && length <= 4) {
    if (context.answersCode || (other === 'card_code' && NOTHING_ELSE.test(behindLastName(run.before))))
      return { kind: 'card_code', certainty: 'certain' };
    if (called) return { kind: 'card_code', certainty: 'likely' };
    return other === null ? { kind: 'card_code', certainty: 'possible' } : null;
  }
  // Expiry and code in one breath, as both were asked for at once.
  const both = asked.has('card_code') && asked.has('date');
  return both && length >= 5 && length <= 8 ? { kind: 'card_code', certainty: 'likely' } : null;
}

/** By its form alone, wherever it is in the run. */
function proven({ groups, digits }: DigitRun, number: string): Verdict | null {
  if (isIdentityNumber(number)) return { kind: 'identity_card', certainty: 'certain' };
  if (digits.length >= 15 && isCardNumber(digits)) return { kind: 'bank_card', certainty: 'certain' };
  if (digits.length < 19 || groups.length < 2) return null;
  for (const window of windows(groups, number, [18])) {
    if (isIdentityNumber(window)) return { kind: 'identity_card', certainty: 'certain' };
  }
  for (const window of windows(groups, digits, [16, 19, 15])) {
    if (isCardNumber(window)) return { kind: 'bank_card', certainty: 'certain' };
  }
  return null;
}

/** The stretches of some lengths that begin where a group begins: a number is not said from the middle of a group. */
function* windows(groups: DigitRun['groups'], number: string, lengths: readonly number[]): Generator<string> {
  let from = 0;
  for (const group of groups) {
    for (const length of lengths) if (from + length <= number.length) yield number.slice(from, from + length);
    from += group.digits.length;
  }
}

/** What was said after the name nearest to the digits. */
const behindLastName = (text: string): string => text.slice(Math.max(0, ...labelsIn(text).values()));

/** By its name, also the last four that banks ask for; or by the form in which it is written, 3-2-4. */
function socialSecurity({ digits, groups }: DigitRun, names: ReadonlySet<Label>): Verdict | null {
  const { length } = digits;
  if (names.has('social_security')) {
    if (length === 9) return { kind: 'identity_card', certainty: isSocialSecurity(digits) ? 'certain' : 'possible' };
    return length >= 4 && length <= 11 ? { kind: 'identity_card', certainty: 'likely' } : null;
  }
  const written = looksLikeSocialSecurity(groups.map((group) => group.digits));
  return written && names.size === 0 ? { kind: 'identity_card', certainty: 'likely' } : null;
}

const LEADING_LETTERS = /(?:^|[^a-z])([a-z]) ?([a-z])?(?: (?:for|as in) [a-z]{2,12})?[\s,，-]*$/i;

/** Chinese passports: E, G, D, S, P or H, perhaps another letter, and seven or eight digits. Others only where a passport is spoken of. */
function passport({ before, digits }: DigitRun, names: ReadonlySet<Label>): Verdict | null {
  const { length } = digits;
  if (names.has('passport')) return length >= 6 && length <= 10 ? { kind: 'passport', certainty: 'certain' } : null;
  const letters = LEADING_LETTERS.exec(before.slice(-24));
  if (!letters || hasOrder(names)) return null;
  const chinese = /^[EGDSPH]$/i.test(letters[1] ?? '') && length === (letters[2] ? 7 : 8);
  return chinese ? { kind: 'passport', certainty: 'likely' } : null;
}

function telephone({ run, language }: RunInContext, names: ReadonlySet<Label>): Verdict | null {
  const { digits, plus, groups } = run;
  const { length } = digits;
  if (isServiceLine(digits, language) && !names.has('bank_card')) return null;
  const called = names.has('telephone');
  if (plus && length >= 8 && length <= 15) return { kind: 'telephone', certainty: 'certain' };
  if (hasOrder(names) && !called) return null;
  const fits = isChineseMobile(digits) || isChineseLandline(digits) || isNorthAmerican(digits) || isBritish(digits);
  if (fits) return { kind: 'telephone', certainty: called || isChineseMobile(digits) ? 'certain' : 'likely' };
  if (called && length >= FEWEST_NAMED && length <= 16) return { kind: 'telephone', certainty: 'possible' };
  // Several numbers in a row, or one with a group said twice.
  const within = length > 11 && groups.length > 1 && [...windows(groups, digits, [11])].some(isChineseMobile);
  return within && !names.has('bank_card') && !names.has('identity_card')
    ? { kind: 'telephone', certainty: 'likely' }
    : null;
}

/** In any form, because recognisers err: it was called a number that is to be hidden. */
function named({ digits }: DigitRun, number: string, names: ReadonlySet<Label>): Verdict | null {
  const { length } = digits;
  const called = (label: Label) => names.has(label);
  if (called('identity_card') && length >= FEWEST_NAMED) {
    const fits = (length === 15 || number.length === 18) && looksLikeIdentity(number);
    return { kind: 'identity_card', certainty: fits ? 'likely' : 'possible' };
  }
  if (called('bank_card') && length >= FEWEST_NAMED)
    return { kind: 'bank_card', certainty: isCardNumber(digits) ? 'certain' : 'possible' };
  if (called('passcode') && length >= 4 && length <= 8) return { kind: 'other_number', certainty: 'likely' };
  if (number.length === 18 && looksLikeIdentity(number) && !hasOrder(names))
    return { kind: 'identity_card', certainty: 'possible' };
  return called('number') && !hasOrder(names) && length >= FEWEST_NAMED
    ? { kind: 'other_number', certainty: 'possible' }
    : null;
}

const hasOrder = (names: ReadonlySet<Label>): boolean => [...ORDER_LIKE].some((label) => names.has(label));
