import { bilingualSchema, checkDefinitionSchema, type ScoringFacts } from '#contracts';
import { z } from 'zod';
import { explainAbstention } from '../call/explain.rules.js';
import { defineCheck } from './check.js';
import { abstain, finding } from './finding.js';

export const FACT_NAMES = [
  'direction',
  'ringSeconds',
  'hangupParty',
  'transfer',
  'consulted',
  'noticeGiven',
  'noticeBy',
  'quietHours',
  'talkSeconds',
] as const;
type FactName = Exclude<(typeof FACT_NAMES)[number], never>;

const value = z.union([z.string(), z.number(), z.boolean()]);
const params = z.strictObject({
  kind: z.literal('fact'),
  name: z.enum(FACT_NAMES),
  /** The values that make each outcome; any other known value abstains. */
  met: z.array(value).default([]),
  notMet: z.array(value).default([]),
  notApplicable: z.array(value).default([]),
  explain: z.strictObject({
    met: bilingualSchema,
    notMet: bilingualSchema,
    notApplicable: bilingualSchema.optional(),
    unknown: bilingualSchema,
  }),
  /** Judged instead, when the fact is not known. */
  whenUnknown: checkDefinitionSchema.optional(),
});

/** A fact of the leg, or null when the phone system did not say. */
export const factOf = (facts: ScoringFacts, name: FactName): string | number | boolean | null => facts[name] ?? null;

/** What the phone system says, taken as it is: never asked of words. */
export const factCheck = defineCheck({
  kind: 'fact',
  version: 1,
  params,
  needsWords: false,
  judge({ name, met, notMet, notApplicable, explain, whenUnknown }, nested) {
    const otherwise = whenUnknown ? nested(whenUnknown) : null;
    return (call) => {
      const known = factOf(call.facts, name);
      if (known === null) return otherwise ? otherwise(call) : abstain('no_fact', 'fact', explain.unknown);
      const evidence = [{ kind: 'fact' as const, name, value: known, from: call.facts.from }];
      const settled = { source: 'fact' as const, confidence: 1, evidence };
      if (met.includes(known)) return finding('met', { ...settled, explanation: explain.met });
      if (notMet.includes(known)) return finding('not_met', { ...settled, explanation: explain.notMet });
      if (notApplicable.includes(known)) {
        return finding('not_applicable', { ...settled, explanation: explain.notApplicable ?? explain.unknown });
      }
      return abstain('ambiguous', 'fact', explainAbstention('ambiguous'), evidence);
    };
  },
});
