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
  | 'turns';

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
    },
  },
  en: {
    start: -23,
    weights: {
      most: -1,
      second: -2,
      third: -2,
      back: 0,
      pieces: -4,
      anyNumber: -11,
      numbers: -8,
      given: 4,
      figures: 3,
      confirms: -14,
      turns: 3,
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
