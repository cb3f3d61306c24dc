import { type Language } from '#contracts';

/** What weighs for and against that nothing of the customer's was repeated; whole numbers. */
export type UnconfirmedSign =
  | 'most'
  | 'second'
  | 'third'
  | 'back'
  | 'pieces'
  | 'anyNumber'
  | 'numbers'
  | 'given'
  | 'figures'
  | 'confirms'
  | 'turns'
  | 'check'
  | 'checks'
  | 'echoes'
  | 'details';

interface Fitted<Sign extends string> {
  readonly start: number;
  readonly weights: Readonly<Record<Sign, number>>;
}

/** A sum of whole numbers: the same on every machine. */
export function pointsOf<Sign extends string>(
  { start, weights }: Fitted<Sign>,
  signs: Readonly<Record<Sign, number>>,
): number {
  return (Object.keys(weights) as Sign[]).reduce((sum, name) => sum + weights[name] * signs[name], start);
}

/** In tenths of log-odds, fitted on the calls of `libs/quality/acts/calls`, by acts that had not seen their hand. */
export const UNCONFIRMED: Readonly<Record<Language, Fitted<UnconfirmedSign>>> = {
  zh: {
    start: 5,
    weights: {
      most: -2,
      second: -1,
      third: -1,
      back: -1,
      pieces: -5,
      anyNumber: -6,
      numbers: -8,
      given: 6,
      figures: 1,
      confirms: -14,
      turns: 2,
      check: 0,
      checks: 0,
      echoes: 0,
      details: 0,
    },
  },
  en: {
    start: 2,
    weights: {
      most: -2,
      second: -2,
      third: 0,
      back: 0,
      pieces: -3,
      anyNumber: -10,
      numbers: -6,
      given: 4,
      figures: 4,
      confirms: -13,
      turns: 2,
      check: -5,
      checks: -21,
      echoes: -12,
      details: -8,
    },
  },
};

/** What weighs for and against that the customer was sent away; posteriors in sixteenths, and how often. */
export type DeflectedSign =
  | 'away'
  | 'second'
  | 'times'
  | 'takenOn'
  | 'stuck'
  | 'stuckNear'
  | 'takenNear'
  | 'takenAfter'
  | 'left'
  | 'settledLast'
  | 'unsettledLast';

/** As above. */
export const DEFLECTED: Readonly<Record<Language, Fitted<DeflectedSign>>> = {
  zh: {
    start: -8,
    weights: {
      away: 1,
      second: 1,
      times: 3,
      takenOn: -1,
      stuck: 1,
      stuckNear: 1,
      takenNear: -1,
      takenAfter: -2,
      left: 1,
      settledLast: -2,
      unsettledLast: 1,
    },
  },
  en: {
    start: -31,
    weights: {
      away: 1,
      second: 1,
      times: 6,
      takenOn: 0,
      stuck: 1,
      stuckNear: 2,
      takenNear: -1,
      takenAfter: -1,
      left: 1,
      settledLast: -1,
      unsettledLast: 1,
    },
  },
};

/** What weighs for and against that account data was told without a check of who calls. */
export type UncheckedSign = 'told' | 'times' | 'asked' | 'asks' | 'kinds' | 'kindsBefore' | 'two' | 'given' | 'figures';

/** As above, of English. */
export const UNCHECKED: Fitted<UncheckedSign> = {
  start: 3,
  weights: {
    told: 1,
    times: 5,
    asked: 1,
    asks: -2,
    kinds: -10,
    kindsBefore: -2,
    two: -29,
    given: -1,
    figures: -5,
  },
};

/** What weighs for and against that who calls was not checked, where what was asked and given leaves it open. */
export type NotCheckedSign =
  | 'told'
  | 'times'
  | 'givenAway'
  | 'asked'
  | 'asks'
  | 'kinds'
  | 'two'
  | 'givers'
  | 'given'
  | 'figures'
  | 'confirms';

/** As above. */
export const NOT_CHECKED: Readonly<Record<Language, Fitted<NotCheckedSign>>> = {
  zh: {
    start: -25,
    weights: {
      told: 2,
      times: 2,
      givenAway: 8,
      asked: 1,
      asks: 1,
      kinds: -7,
      two: -28,
      givers: -4,
      given: -4,
      figures: -10,
      confirms: 6,
    },
  },
  en: {
    start: -16,
    weights: {
      told: 2,
      times: 8,
      givenAway: 7,
      asked: 1,
      asks: 5,
      kinds: -10,
      two: -31,
      givers: -2,
      given: -3,
      figures: -6,
      confirms: 4,
    },
  },
};

/** Weights for and against “the matter is unresolved when the agent asks for more”: posteriors in sixteenths, and counts. */
export type UnresolvedSign =
  | 'stuck'
  | 'times'
  | 'last'
  | 'forward'
  | 'open'
  | 'content'
  | 'answerOpen'
  | 'answerContent';

/** As above. */
export const UNRESOLVED: Readonly<Record<Language, Fitted<UnresolvedSign>>> = {
  zh: {
    start: -13,
    weights: {
      stuck: 2,
      times: 13,
      last: 1,
      forward: -2,
      open: 2,
      content: -2,
      answerOpen: 1,
      answerContent: -1,
    },
  },
  en: {
    start: -16,
    weights: {
      stuck: 1,
      times: 11,
      last: 2,
      forward: -3,
      open: 2,
      content: -1,
      answerOpen: 2,
      answerContent: -1,
    },
  },
};

/** What weighs for and against that a customer's trouble was passed over: posteriors in sixteenths, and how often. */
export type PassedOverSign =
  | 'seen'
  | 'second'
  | 'early'
  | 'answer'
  | 'trouble'
  | 'troubles'
  | 'bare'
  | 'feels'
  | 'feelsAnswer';

/** As above. */
export const PASSED_OVER: Readonly<Record<Language, Fitted<PassedOverSign>>> = {
  zh: {
    start: 7,
    weights: {
      seen: -2,
      second: -1,
      early: -3,
      answer: -1,
      trouble: 1,
      troubles: 0,
      bare: 2,
      feels: -8,
      feelsAnswer: 6,
    },
  },
  en: {
    start: 27,
    weights: {
      seen: -3,
      second: -1,
      early: -2,
      answer: -1,
      trouble: -1,
      troubles: -4,
      bare: 2,
      feels: -24,
      feelsAnswer: -9,
    },
  },
};
