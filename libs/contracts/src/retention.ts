import { z } from 'zod';
import { plainText } from './plain-text.js';
import { slugSchema } from './slug.js';
import { inWords } from './language.js';

/** How long: in whole days of the site's calendar, from the day of the call. */
export const keepForSchema = z
  .object({ count: z.number().int().min(1).max(36_500), unit: z.enum(['days', 'months', 'years']) })
  .strict()
  .refine(
    ({ count, unit }) => count <= { days: 36_500, months: 1_200, years: 100 }[unit],
    inWords('最长一百年', 'a hundred years at most'),
  );
export type KeepFor = z.infer<typeof keepForSchema>;

/** A word of the company's own: what a call is recorded for, how it ended. */
export const callWordSchema = slugSchema;

/** What a rule asks of a call; what is left out fits every call. A fact that is not known fits no condition on it. */
export const retentionConditionSchema = z
  .object({
    purpose: callWordSchema.optional(),
    clientId: z.uuid().optional(),
    queue: plainText().trim().min(1).max(60).optional(),
    direction: z.enum(['inbound', 'outbound', 'internal']).optional(),
    outcome: callWordSchema.optional(),
  })
  .strict()
  .refine(
    (when) => Object.values(when).some((value) => value !== undefined),
    inWords(
      '规则至少要有一个条件；其余录音按默认期限',
      'a rule needs a condition; everything else follows the default',
    ),
  );
export type RetentionCondition = z.infer<typeof retentionConditionSchema>;
export const RETENTION_FACTS = ['outcome', 'purpose', 'queue', 'clientId', 'direction'] as const;
export type RetentionFact = (typeof RETENTION_FACTS)[number];

/**
 * How specific a rule is; of those that fit, the highest wins. More conditions win; of as many, the one whose first condition comes first
 * in `RETENTION_FACTS` (outcome, purpose, queue, client, direction), then its second. Two that ask for the same are refused by the schema,
 * so one always wins, in any order.
 */
export function retentionRank(when: RetentionCondition): number {
  const asked = RETENTION_FACTS.filter((fact) => when[fact] !== undefined);
  const weight = (fact: RetentionFact) => 1 << (RETENTION_FACTS.length - 1 - RETENTION_FACTS.indexOf(fact));
  return asked.reduce((sum, fact) => sum + weight(fact), asked.length << 8);
}

const sameCondition = (a: RetentionCondition, b: RetentionCondition) =>
  RETENTION_FACTS.every((fact) => a[fact] === b[fact]);

/** The least `graceDays` of a schedule that one person decides, in a small house. */
export const GRACE_DAYS_OF_ONE = 7;

/** How long recordings are kept. The most specific rule wins; the default holds where none fits. */
export const retentionScheduleSchema = z
  .object({
    rules: z.array(z.object({ when: retentionConditionSchema, keep: keepForSchema }).strict()).max(100),
    default: keepForSchema,
    /** Days between a recording falling due and its destruction: time to see it in the queue, and to place a hold. */
    graceDays: z.number().int().min(0).max(90),
  })
  .strict()
  .refine(
    ({ rules }) => rules.every((rule, i) => rules.findIndex(({ when }) => sameCondition(when, rule.when)) === i),
    inWords('有两条规则的条件相同', 'two rules have the same conditions'),
  );
export type RetentionSchedule = z.infer<typeof retentionScheduleSchema>;

/** Why a recording is destroyed. `split_again`: it was a part, and telephone records told later that it has to be cut otherwise. */
export const destructionReasonSchema = z.enum([
  'schedule',
  'erasure',
  'withdrawal',
  'not_recordable',
  'restored',
  'split_again',
]);
export type DestructionReason = z.infer<typeof destructionReasonSchema>;

/** Why nothing is destroyed: the database's clock jumped, or a backup was restored, which does not know what was decided since. */
export const clockJumpSchema = z.enum(['forward', 'backward', 'restored']);
export type ClockJump = z.infer<typeof clockJumpSchema>;
