import {
  RETENTION_FACTS,
  retentionRank,
  type RetentionCondition,
  type RetentionFact,
  type RetentionSchedule,
} from '#contracts';

/** A rule of a schedule with its place: of those that fit a call, the first one wins. */
export interface PlacedRule {
  /** From 1. */
  order: number;
  /** 0-based, as the schedule writes it. */
  written: number;
  when: RetentionCondition;
  keep: RetentionSchedule['default'];
}

/** Rules in the order in which they win, not the order in which they are written. */
export function inOrder({ rules }: Pick<RetentionSchedule, 'rules'>): PlacedRule[] {
  return rules
    .map((rule, written) => ({ ...rule, written }))
    .sort((a, b) => retentionRank(b.when) - retentionRank(a.when) || a.written - b.written)
    .map((rule, at) => ({ ...rule, order: at + 1 }));
}

/** The facts that a rule asks for, the weightiest first. */
export const factsOf = (when: RetentionCondition): RetentionFact[] =>
  RETENTION_FACTS.filter((fact) => when[fact] !== undefined);

/** Rules that fit a call of which these facts are known; the first one wins. */
export function fitting(rules: readonly PlacedRule[], facts: Partial<Record<RetentionFact, string>>): PlacedRule[] {
  return rules.filter(({ when }) => factsOf(when).every((fact) => facts[fact] === when[fact]));
}
