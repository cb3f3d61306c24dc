import { z } from 'zod';
import { checklistIdSchema } from './checklist.js';
import { languageSchema, inWords } from './language.js';
import { plainText } from './plain-text.js';

/** How long a plan collects calls before it draws: days, weeks from Monday, and months of the site's calendar. */
export const samplingPeriodSchema = z.enum(['day', 'week', 'month']);
export type SamplingPeriod = z.infer<typeof samplingPeriodSchema>;

/** By what the calls of a period are put apart before they are drawn; `outcome` is how the call ended, in the company's own term. */
export const samplingStrataSchema = z.enum(['none', 'agent', 'queue', 'outcome']);

/**
 * What makes a call worth a look. `low_score`: the score that counts is below the plan's bound. `silence`: neither side speaks for longer than
 * the plan's bound. `complaint`: it was judged as a complaint. `abstention`: items wait for a person. `promise_broken`: a promise of it is
 * overdue or was broken. `sent_elsewhere`: the customer may have been sent elsewhere.
 */
export const riskSchema = z.enum([
  'low_score',
  'silence',
  'complaint',
  'abstention',
  'promise_broken',
  'sent_elsewhere',
]);
export type Risk = z.infer<typeof riskSchema>;

/** `stratum`: of each agent, queue or outcome; `all`: altogether; `reviewer`: as many as each reviewer can answer. */
export const samplingSizeSchema = z
  .object({ n: z.number().int().min(1).max(500), per: z.enum(['all', 'stratum', 'reviewer']) })
  .strict();

export const planReviewerSchema = z
  .object({
    personId: z.uuid(),
    /** The languages in which this person judges calls. */
    languages: z.array(languageSchema).min(1).max(2),
  })
  .strict();

const planFields = z
  .object({
    name: plainText().trim().min(1).max(80),
    kind: z.enum(['random', 'risk']),
    strata: samplingStrataSchema,
    risks: z.array(riskSchema).max(riskSchema.options.length),
    /** Percent of the points; of `low_score`. */
    lowScoreBelow: z.number().int().min(1).max(100),
    /** Seconds; of `silence`. */
    silenceFrom: z.number().int().min(3).max(600),
    period: samplingPeriodSchema,
    size: samplingSizeSchema,
    /** Only calls in these; empty: any. */
    languages: z.array(languageSchema).max(2),
    /** Only legs of these; empty: all. */
    teamIds: z.array(z.uuid()).max(200),
    clientIds: z.array(z.uuid()).max(200),
    /** The checklist to judge by; null: the main one of each call. */
    checklistId: checklistIdSchema.nullable(),
    /** Who judges; empty: what is drawn waits for those who take it. */
    reviewers: z.array(planReviewerSchema).max(50),
    dueDays: z.number().int().min(1).max(60),
    /**
     * Reviewers see the machine's result only once they have published theirs. Optional and without a default: plans from before have none, and
     * their hashes stay what they were.
     */
    blind: z.boolean().optional(),
  })
  .strict();

/** What a plan draws, and who judges it. */
export const samplingPlanSchema = planFields.superRefine((plan, context) => {
  const wrong = (path: string, zh: string, en: string) =>
    context.addIssue({ code: 'custom', path: [path], ...inWords(zh, en) });
  if (plan.kind === 'risk' && plan.risks.length === 0) wrong('risks', '请至少选择一种风险', 'choose at least one risk');
  if (plan.kind === 'random' && plan.risks.length > 0)
    wrong('risks', '随机抽样不按风险选取', 'a random plan has no risks');
  if (plan.kind === 'risk' && plan.blind === true)
    wrong(
      'blind',
      '按风险抽样本身就透露了机器结果，不能盲评',
      'a draw by risk tells what the machine found, and cannot be judged blind',
    );
  if (plan.kind === 'risk' && plan.strata !== 'none')
    wrong('strata', '按风险抽样不分层', 'a plan by risk is not stratified');
  if (plan.size.per === 'stratum' && plan.strata === 'none')
    wrong('size', '每层抽取需要先选择分层方式', 'so many of each needs something to stratify by');
  if (plan.size.per === 'reviewer' && plan.reviewers.length === 0)
    wrong('reviewers', '按复核员计数需要指定复核员', 'so many for each reviewer needs reviewers');
  if (new Set(plan.reviewers.map(({ personId }) => personId)).size !== plan.reviewers.length)
    wrong('reviewers', '同一位复核员出现了两次', 'a reviewer is named twice');
});
export type SamplingPlan = z.infer<typeof samplingPlanSchema>;

/** Why a drawn call is replaced by the next of the same seed. `other` needs words beside it. */
export const replacementReasonSchema = z.enum([
  'sound_unusable',
  'words_unusable',
  'wrong_language',
  'no_conversation',
  'reviewer_involved',
  'other',
]);
export type ReplacementReason = z.infer<typeof replacementReasonSchema>;

/** Why a person gives a call to a reviewer without a draw. `other` may have words beside it. */
export const assignReasonSchema = z.enum(['second_look', 'complaint', 'training', 'other']);
export type AssignReason = z.infer<typeof assignReasonSchema>;

/** `replaced`: another call took its place. `lapsed`: its sound was destroyed before it was reviewed. */
export const assignmentStateSchema = z.enum(['open', 'done', 'replaced', 'lapsed']);
export type AssignmentState = z.infer<typeof assignmentStateSchema>;

/** Why a published review is taken back. `other` needs words beside it. */
export const retractionReasonSchema = z.enum(['mistaken', 'wrong_checklist', 'wrong_leg', 'other']);
export type RetractionReason = z.infer<typeof retractionReasonSchema>;
