import {
  type RetentionSchedule,
  RETENTION_FACTS,
  retentionRank,
  type RetentionCondition,
  type RetentionFact,
} from '#contracts';

/** What a first schedule is proposed by. */
export type ProposalGround = 'cn' | 'europe' | 'us' | 'other' | 'unsaid';

/** Where the General Data Protection Regulation holds, or a law that says the same of how long: EU, EEA, United Kingdom, Switzerland. */
const EUROPE = 'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
  ' ',
);

export function groundOf(region: string | null): ProposalGround {
  const country = region?.slice(0, 2);
  if (country === undefined) return 'unsaid';
  if (EUROPE.includes(country)) return 'europe';
  return country === 'CN' || country === 'US' ? (country.toLowerCase() as 'cn' | 'us') : 'other';
}

const keep = (count: number, unit: 'months' | 'years') => ({ count, unit });

/**
 * A cautious beginning: so long as reviews, disputes and complaints commonly need a call, and no longer. No law of these regions names one term
 * for all calls; the screen says what it rests on, people change it, and two of them publish it.
 */
export function firstSchedule(region: string | null): RetentionSchedule {
  const ground = groundOf(region);
  const common = { graceDays: 7, rules: [] as RetentionSchedule['rules'] };
  if (ground === 'europe') return { ...common, default: keep(3, 'months') };
  if (ground === 'us')
    return {
      ...common,
      default: keep(1, 'years'),
      rules: [{ when: { direction: 'outbound' }, keep: keep(5, 'years') }],
    };
  return { ...common, default: keep(6, 'months') };
}

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
