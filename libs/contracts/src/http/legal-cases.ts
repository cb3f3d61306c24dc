import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { plainText } from '../plain-text.js';

export const newLegalCaseSchema = z
  .object({
    /** As the company files it; no two cases share one. */
    reference: plainText().trim().min(1).max(60),
    title: plainText().trim().min(1).max(200),
  })
  .strict();
export type NewLegalCase = z.infer<typeof newLegalCaseSchema>;

export const legalCaseSchema = z.object({
  caseId: z.uuid(),
  reference: z.string(),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  openedBy: z.object({ personId: z.uuid(), name: bilingualSchema }),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
});
export type LegalCaseView = z.infer<typeof legalCaseSchema>;

export const legalCaseQuerySchema = z
  .object({
    state: z.enum(['open', 'closed']).optional(),
    /** Part of reference or title. */
    search: plainText().trim().min(1).max(80).optional(),
  })
  .strict();
export type LegalCaseQuery = z.infer<typeof legalCaseQuerySchema>;

/** The newest 200. */
export const legalCaseListSchema = z.object({ items: z.array(legalCaseSchema) });
export type LegalCaseList = z.infer<typeof legalCaseListSchema>;
