import { type CalibrationItem, type ItemResult, type Outcome } from '#contracts';
import { kappaOf, toldKappa, type Kappa } from '#quality/rules';

/** A fact of the telephone system is no matter of judgement: people are calibrated on what they hear. */
export const judgedItems = (items: readonly ItemResult[]): ItemResult[] =>
  items.filter(({ source }) => source !== 'fact');

/** Where people said different things, and where they agree and the machine does not. */
export function differing(said: readonly Outcome[], machine: Outcome | null): NonNullable<CalibrationItem['differ']> {
  if (new Set(said).size > 1) return 'reviewers';
  return said.length > 0 && machine !== null && said[0] !== machine ? 'machine' : 'none';
}

const ORDER = { reviewers: 0, machine: 1, none: 2 } as const;

/** Where they differ first; else as they were. */
export const differingFirst = <T extends Pick<CalibrationItem, 'differ'>>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => ORDER[a.differ ?? 'none'] - ORDER[b.differ ?? 'none']);

/** An answer of a reviewer beside what was decided about the item. */
export interface DecidedAnswer {
  readonly said: Outcome;
  readonly decided: Outcome;
}

export interface Drift {
  readonly answers: number;
  readonly agreed: number;
}

/** Answers in which neither could not tell, and how many of them said what was decided. */
export function driftOf(answers: readonly DecidedAnswer[]): Drift {
  const judged = answers.filter(({ said, decided }) => said !== 'insufficient' && decided !== 'insufficient');
  return { answers: judged.length, agreed: judged.filter(({ said, decided }) => said === decided).length };
}

/** Beyond chance. @returns null where kappa is not defined, or cannot be told */
export const kappaOfAnswers = (answers: readonly DecidedAnswer[]): Kappa | null =>
  toldKappa(kappaOf(answers.map(({ said, decided }) => ({ human: decided, to: said, legs: 1 }))));
