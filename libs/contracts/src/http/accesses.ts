import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { legalPurposeSchema } from '../legal.js';

/** `own`: what the asker heard and read; `others`: the rest. */
export const callAccessesQuerySchema = z.object({ whose: z.enum(['all', 'others', 'own']).default('all') });
export type CallAccessesQuery = z.infer<typeof callAccessesQuerySchema>;

/** Who heard or read a call, when, and by which right; the newest 200. */
export const callAccessesSchema = z.object({
  /** How many of all lines are the asker's own. */
  own: z.number().int(),
  items: z.array(
    z.object({
      at: z.iso.datetime(),
      /** `listened_in`: heard while the call went on; `exported`: put into a package of evidence. */
      kind: z.enum(['heard', 'listened_in', 'read', 'exported']),
      /** null where the person is withheld. */
      by: bilingualSchema.nullable(),
      /** The legal request is confidential: that it was heard and why is said, by whom is not. */
      withheld: z.boolean(),
      purpose: z.enum([...legalPurposeSchema.options, 'coaching', 'own_call']).nullable(),
      /** An ordinary right of a role, an approved legal request, or one opened in an emergency. */
      right: z.enum(['standing', 'request', 'break_glass']),
      grantCode: z.string().nullable(),
      rendition: z.enum(['masked', 'original']).nullable(),
      /** How much was heard; null of a reading. */
      heardMs: z.number().int().nullable(),
      /** How much sound was sent for that, heard or not; null of a reading. A browser that dies says nothing of what was heard. */
      sentMs: z.number().int().nullable(),
      /** Readings by one person under one right within an hour are one line. */
      times: z.number().int(),
    }),
  ),
});
export type CallAccesses = z.infer<typeof callAccessesSchema>;

export const readingRequestSchema = z.object({ grantId: z.uuid(), legId: z.uuid().optional() }).strict();
export type ReadingRequest = z.infer<typeof readingRequestSchema>;
