import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { redactionPolicySchema } from '../redaction.js';
import { defineRoutes, get, post, put } from './route.js';

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

/** What is hidden in words and sound. To hide less takes two people; to hide more, one. */
export const redactionRoutes = defineRoutes('redaction', 'company', {
  view: get('/api/v1/company/redaction', {
    summary: 'What is hidden in words and sound, and the change that waits for a second person',
    access: { permission: 'redaction.manage' },
    answer: redactionViewSchema,
  }),
  change: put('/api/v1/company/redaction', {
    summary: 'Changes what is hidden',
    description: 'In force at once where it hides as much or more; otherwise it waits until a second person agrees.',
    access: { permission: 'redaction.manage', reach: 'company' },
    body: redactionChangeSchema,
    answer: redactionViewSchema,
    refusals: ['redaction_changed', 'redaction_waiting'],
  }),
  decide: post('/api/v1/company/redaction/decisions', {
    summary: 'Agrees to the change that waits, refuses it, or takes one’s own back',
    access: { permission: 'redaction.manage', stepUp: true, reach: 'company' },
    body: redactionDecisionSchema,
    answer: redactionViewSchema,
    refusals: ['proposer_gone', 'redaction_not_waiting', 'second_person_needed', 'needs_a_day'],
  }),
});
