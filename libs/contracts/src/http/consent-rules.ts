import { z } from 'zod';
import { callDirectionSchema } from '../checklist.js';
import { consentRuleSchema, consentRuleSetSchema } from '../consent-rules.js';
import { consentStateSchema } from '../consent.js';
import { bilingualSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import { defineRoutes, get, post, put } from './route.js';

const signature = z.object({ by: bilingualSchema.nullable(), at: z.iso.datetime() });

const period = z.union([z.literal(7), z.literal(30), z.literal(90)]);

const figures = {
  calls: z.number().int(),
  /** Recorded instead of left out. */
  recorded: z.number().int(),
  /** Left out instead of recorded. */
  not_recorded: z.number().int(),
  same: z.number().int(),
  /** They hang on the ground of "not required", which was not kept before there were versions. */
  unknown: z.number().int(),
  /** There were more calls in the period: only the newest were tried. */
  newestOnly: z.boolean(),
};

/** What the last trial of a version found, beside the version that was in force then. */
export const keptConsentTrialSchema = z.object({
  ...figures,
  /** Calls that began in so many days before it. */
  days: z.number().int(),
  against: z.number().int(),
  ...signature.shape,
});
export type KeptConsentTrial = z.infer<typeof keptConsentTrialSchema>;

export const consentRulesVersionSchema = z.object({
  version: z.number().int(),
  rules: consentRuleSetSchema,
  reason: z.string(),
  /** null of version 1, which came with the product. */
  proposed: signature.nullable(),
  decided: signature.nullable(),
  /** In a small house one person proposed and decided it. */
  byOnePerson: z.boolean(),
  /** Of one that was decided, what was known when it was; null of versions from before trials were kept. */
  trial: keptConsentTrialSchema.nullable(),
});
export type ConsentRulesVersion = z.infer<typeof consentRulesVersionSchema>;

export const consentRulesViewSchema = z.object({
  current: consentRulesVersionSchema,
  /** A change that waits for a second person. */
  waiting: consentRulesVersionSchema.extend({ mine: z.boolean() }).nullable(),
  /** Published versions, the newest first. */
  history: z.array(consentRulesVersionSchema),
  /** What comes after the rules of every version. No person can change it. */
  strictest: consentRuleSchema,
});
export type ConsentRulesView = z.infer<typeof consentRulesViewSchema>;

export const consentRulesProposalSchema = z.strictObject({
  /** The version that the change started from. */
  from: z.number().int().min(1),
  rules: consentRuleSetSchema,
  reason: plainText().trim().min(3).max(500),
});
export type ConsentRulesProposal = z.infer<typeof consentRulesProposalSchema>;

export const consentRulesDecisionSchema = z.strictObject({
  version: z.number().int(),
  decision: z.enum(['agreed', 'refused']),
});

export const consentTrialRequestSchema = z.strictObject({
  rules: consentRuleSetSchema,
  /** Calls that began in so many days. */
  days: period,
});
export type ConsentTrialRequest = z.infer<typeof consentTrialRequestSchema>;

const triedCall = z.object({
  callId: z.uuid(),
  startedAt: z.iso.datetime(),
  direction: callDirectionSchema,
  region: z.string(),
  state: consentStateSchema,
});

/** What rules would have decided about the calls of a period, beside those in force, on what was last said of each call. */
export const consentTrialSchema = z.object({
  ...figures,
  /** A few of each; none for a role that is for some teams only. */
  examples: z.object({
    recorded: z.array(triedCall),
    not_recorded: z.array(triedCall),
    unknown: z.array(triedCall),
  }),
});
export type ConsentTrial = z.infer<typeof consentTrialSchema>;

/** By which rules it is decided whether a call may be recorded. Who keeps the retention schedule keeps them. */
export const consentRulesRoutes = defineRoutes('consentRules', 'consent', {
  view: get('/api/v1/consent/rules', {
    summary: 'The consent rules in force, the change that waits, and earlier versions',
    access: { permission: 'retention.read' },
    answer: consentRulesViewSchema,
  }),
  propose: put('/api/v1/consent/rules', {
    summary: 'Proposes consent rules',
    description:
      'These very rules have to be tried first, beside those in force. In force once another person has agreed. The strictest rule comes last and cannot be changed.',
    access: { permission: 'retention.manage', reach: 'company' },
    body: consentRulesProposalSchema,
    answer: consentRulesViewSchema,
    refusals: ['consent_rules_are_same', 'consent_rules_changed', 'consent_rules_not_tried', 'consent_rules_wait'],
  }),
  decide: post('/api/v1/consent/rules/decisions', {
    summary: 'Agrees to the consent rules that wait, refuses them, or takes one’s own back',
    description: 'Takes a fresh proof of identity. The proposer cannot agree.',
    access: { permission: 'retention.manage', stepUp: true, reach: 'company' },
    body: consentRulesDecisionSchema,
    answer: consentRulesViewSchema,
    refusals: [
      'consent_rules_need_another',
      'needs_a_day',
      'consent_rules_not_tried',
      'consent_rules_not_waiting',
      'proposer_gone',
    ],
  }),
  trial: post('/api/v1/consent/rules/trial', {
    summary: 'What consent rules would have decided about the calls of a period; no call is changed',
    description: 'The figures are kept and journalled: rules are proposed and published only after they were tried.',
    access: { permission: 'retention.read' },
    body: consentTrialRequestSchema,
    answer: consentTrialSchema,
  }),
});
