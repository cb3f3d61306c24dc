import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { redactionPolicySchema } from '../redaction.js';

/** What is hidden now, and the change that waits for a second person. */
export const redactionViewSchema = z.object({
  /** Sent back with a change; 0 before the first decision. */
  version: z.number().int(),
  policy: redactionPolicySchema,
  /** In a small house one person proposed to hide less and agreed to it. */
  byOnePerson: z.boolean(),
  waiting: z
    .object({
      version: z.number().int(),
      policy: redactionPolicySchema,
      proposedBy: bilingualSchema.nullable(),
      proposedAt: z.iso.datetime(),
      /** Proposed by the asker, who may take it back but not agree to it. */
      mine: z.boolean(),
    })
    .nullable(),
});
export type RedactionView = z.infer<typeof redactionViewSchema>;

export const redactionChangeSchema = z.object({ version: z.number().int(), policy: redactionPolicySchema }).strict();
export type RedactionChange = z.infer<typeof redactionChangeSchema>;

export const redactionDecisionSchema = z
  .object({ version: z.number().int(), decision: z.enum(['agreed', 'refused']) })
  .strict();
export type RedactionDecision = z.infer<typeof redactionDecisionSchema>;
