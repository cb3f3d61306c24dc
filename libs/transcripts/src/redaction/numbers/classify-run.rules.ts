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

export interface Verdict {
  kind: SensitiveKind;
  certainty: Certainty;
}

/** A run of digits and what is known of why it was said. */
export interface RunInContext {
  run: DigitRun;
  /** The call's, where it is known. */
  language?: Language | undefined;
  /** Names by which the other speaker asked, in the turns just before; empty when nobody did. */
  asked: ReadonlySet<Label>;
  /** Was a card's code asked for or named a few turns ago, and not given yet? */
  codeAwaited: boolean;
}

/** Shorter than this, a number that was named as sensitive tells nobody apart (the last four digits of a card). */
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

function cardCode({ run, codeAwaited, asked }: RunInContext, names: ReadonlySet<Label>): Verdict | null {
  const { length } = run.digits;
  const called = names.has('card_code');
  if (called && length >= 3 && length <= 4) return { kind: 'card_code', certainty: 'certain' };
  if (!codeAwaited && !called) return null;
  const other = lastLabel(run.before);
  if (length >= 3 && length <= 4 && (other === null || other === 'card_code'))
    return { kind: 'card_code', certainty: 'likely' };
  // Expiry and code in one breath, as both were asked for at once.
  const both = asked.has('card_code') && asked.has('date');
  return both && length >= 5 && length <= 8 ? { kind: 'card_code', certainty: 'likely' } : null;
}

/** By its form alone, wherever in the run it stands. */
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

/** Whatever its form, for the recogniser slips: it was called a number that is to be hidden. */
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
