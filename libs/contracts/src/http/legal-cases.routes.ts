import { legalCaseListSchema, legalCaseQuerySchema, legalCaseSchema, newLegalCaseSchema } from './legal-cases.js';
import { defineRoutes, get, post } from './route.js';

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
