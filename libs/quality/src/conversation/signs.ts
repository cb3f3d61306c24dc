import { type ReadBackKind } from './read-backs.rules.js';

/**
 * What shows that something was confirmed, each 0–1: of each way the clearest, and `twice` where two turns do so clearly. A thread of few
 * turns seldom has room for it (`brief`), and where something went wrong (`trouble`) words come back without being a read-back.
 */
export type ConfirmationSign = ReadBackKind | 'twice' | 'brief' | 'trouble';

/** What the judgement of an outcome rests on: signs that are there or not, so that a score is a sum of whole numbers. */
export const OUTCOME_SIGNS = [
  /** Done, arranged, passed on, details taken in order to act, or only asked for. */
  'done',
  'step',
  'passed',
  'details',
  'asked',
  /** Explained, or stated; told how to is neither for nor against. */
  'explanation',
  'statement',
  /** No way forward of any kind; or nothing arranged, and that in trouble. */
  'nothing',
  'emptyHanded',
  'emptyInTrouble',
  /** Fine words and nothing besides; or they are the last that counts. */
  'fineOnly',
  'fineLast',
  'deflection',
  'elsewhere',
  'unable',
  'unableInTrouble',
  /** The last that counts sends away, or arranges something. */
  'awayLast',
  'arrangedLast',
  'grave',
  /** The customer ends content; or does not accept an answer: at all, when they last speak, and as the last word of the call; more than once. */
  'content',
  'objects',
  'objectsLast',
  'lastWord',
  'objectsTwice',
  /** Nothing was arranged or said after the last objection. */
  'unanswered',
] as const;

export type OutcomeSign = (typeof OUTCOME_SIGNS)[number];

/** What shows that something went wrong for the customer, each 0–1. */
export const TROUBLE_SIGNS = [
  'told',
  'toldTwice',
  'toldEarly',
  'complained',
  'upset',
  'hinted',
  'denied',
  'emphatic',
  'apologised',
  'acknowledged',
  'answeredTwice',
  'takenUp',
  'brief',
] as const;

export type TroubleSign = (typeof TROUBLE_SIGNS)[number];
