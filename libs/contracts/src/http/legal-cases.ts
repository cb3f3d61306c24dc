import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import { defineRoutes, get, post } from './route.js';

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

/** The matters that requests, holds and exports are filed under. */
export const legalCasesRoutes = defineRoutes('legalCases', 'legal', {
  list: get('/api/v1/legal/cases', {
    summary: 'Legal cases, the newest first',
    access: { permission: 'legal.read' },
    query: legalCaseQuerySchema,
    answer: legalCaseListSchema,
  }),
  one: get('/api/v1/legal/cases/{caseId}', {
    summary: 'One legal case',
    access: { permission: 'legal.read' },
    answer: legalCaseSchema,
    refusals: ['no_such_case'],
  }),
  open: post('/api/v1/legal/cases', {
    summary: 'Opens a legal case',
    access: { permission: 'legal.cases' },
    body: newLegalCaseSchema,
    answer: legalCaseSchema,
    status: 201,
    refusals: ['case_reference_taken', 'no_such_case'],
  }),
  close: post('/api/v1/legal/cases/{caseId}/close', {
    summary: 'Closes a legal case',
    description: 'What was filed under it stays; nothing new is.',
    access: { permission: 'legal.cases' },
    answer: legalCaseSchema,
    refusals: ['case_closed', 'no_such_case'],
  }),
});
