import { z } from 'zod';
import { inWords } from './language.js';
import { plainText } from './plain-text.js';

export const consentStateSchema = z.enum(['announced', 'given', 'declined', 'withdrawn', 'not_required', 'unknown']);
export type ConsentState = z.infer<typeof consentStateSchema>;

/** What the source says was announced or answered, with its evidence; journalled as it came. */
export const consentStatementSchema = z
  .object({
    state: consentStateSchema,
    /** Required with `not_required`: the ground on which no notice was needed. */
    reason: plainText().min(3).max(200).optional(),
    evidence: z
      .object({
        kind: z.enum(['announcement', 'spoken', 'keypad', 'contract', 'form']),
        /** When it happened, ISO 8601 with offset. */
        at: z.iso.datetime({ offset: true }).optional(),
        /** The source's reference: announcement id, contract number, form number. */
        reference: plainText().max(120).optional(),
      })
      .optional(),
  })
  .strict()
  .refine((c) => c.state !== 'not_required' || c.reason !== undefined, {
    path: ['reason'],
    ...inWords(
      'consent.state 为 not_required 时须写明 consent.reason',
      'consent.reason is required when consent.state is "not_required"',
    ),
  });
export type ConsentStatement = z.infer<typeof consentStatementSchema>;
