import { z } from 'zod';
import { consentRuleSchema, consentRuleSetSchema } from '../consent-rules.js';
import { bilingualSchema } from '../language.js';
import { plainText } from '../plain-text.js';

const signature = z.object({ by: bilingualSchema.nullable(), at: z.iso.datetime() });

export const consentRulesVersionSchema = z.object({
  version: z.number().int(),
  rules: consentRuleSetSchema,
  reason: z.string(),
  /** null of version 1, which came with the product. */
  proposed: signature.nullable(),
  decided: signature.nullable(),
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
