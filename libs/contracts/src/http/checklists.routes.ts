import { z } from 'zod';
import { checklistIdSchema } from '../checklist.js';
import {
  benchAnswerSchema,
  benchQuestionSchema,
  checklistDetailSchema,
  checklistListSchema,
  checklistVersionViewSchema,
  checklistYamlQuerySchema,
  checklistYamlSchema,
  phraseListSchema,
} from './checklists.js';
import { defineRoutes, get, post } from './route.js';
import { SHUT } from './refusals.js';
/** The number of a version as people write it: `1e3` and `05` name none. */
const versionInAddress = z
  .string()
  .regex(/^[1-9]\d{0,6}$/)
  .transform(Number);

/** Checklists and their versions, to be read and tried out. */
export const checklistsRoutes = defineRoutes('checklists', 'checklists', {
  list: get('/api/v1/checklists', {
    summary: 'The checklists with what judges now and their open drafts',
    description: 'An agent sees those that have judged calls of their own.',
    access: { permission: 'checklists.read' },
    answer: checklistListSchema,
  }),
  phrases: get('/api/v1/checklists/phrases', {
    summary: 'The phrase lists that checks can name',
    access: { permission: 'checklists.read' },
    answer: phraseListSchema,
  }),
  detail: get('/api/v1/checklists/{checklistId}', {
    summary: 'One checklist with all its versions',
    access: { permission: 'checklists.read' },
    params: { checklistId: checklistIdSchema },
    answer: checklistDetailSchema,
    refusals: ['checklist_not_found'],
  }),
  version: get('/api/v1/checklists/{checklistId}/versions/{version}', {
    summary: 'What a version says',
    access: { permission: 'checklists.read' },
    params: { checklistId: checklistIdSchema, version: versionInAddress },
    answer: checklistVersionViewSchema,
    refusals: ['checklist_not_found'],
  }),
  yaml: get('/api/v1/checklists/{checklistId}/yaml', {
    summary: 'A version, or the open draft, as YAML',
    access: { permission: 'checklists.read' },
    params: { checklistId: checklistIdSchema },
    query: checklistYamlQuerySchema,
    answer: checklistYamlSchema,
    refusals: ['checklist_not_found', 'no_draft'],
  }),
  judge: post('/api/v1/checklists/{checklistId}/bench', {
    summary: 'Judges one dialogue by a draft or a version, and says how every item came about',
    description:
      'Files nothing. The words of a call are read as on its page: by right and grant, journalled, masked. At most 1,000 turns.',
    access: { permission: 'checklists.read' },
    params: { checklistId: checklistIdSchema },
    body: benchQuestionSchema,
    answer: benchAnswerSchema,
    refusals: ['bench_busy', 'bench_failed', 'checklist_not_found', 'draft_unreadable', 'no_transcript', ...SHUT],
  }),
});
