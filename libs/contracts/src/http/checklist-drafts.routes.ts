import { checklistIdSchema } from '../checklist.js';
import { checklistRowsSchema, importedRowsSchema } from './checklist-rows.js';
import {
  checklistDraftViewSchema,
  checklistImportSchema,
  draftDiscardQuerySchema,
  draftRevisionSchema,
  draftSaveSchema,
  importedChecklistSchema,
  newDraftSchema,
  publishDraftSchema,
  publishedDraftSchema,
  retireChecklistSchema,
} from './checklists.js';
import { defineRoutes, del, get, post, put } from './route.js';

/** How checklists change: one open draft, which becomes the next version. */
export const checklistDraftsRoutes = defineRoutes('checklistDrafts', 'checklists', {
  open: post('/api/v1/checklists', {
    summary: 'Opens a draft, from the newest version, from what comes with the product, or empty',
    access: { permission: 'checklists.edit', reach: 'company' },
    body: newDraftSchema,
    answer: checklistDraftViewSchema,
    status: 201,
    refusals: ['checklist_exists', 'checklist_not_found', 'draft_open', 'no_draft'],
  }),
  import: post('/api/v1/checklists/import', {
    summary: 'Reads a checklist from YAML and says what the validator finds; with `apply`, keeps it as the draft',
    description: 'A draft that is open is replaced only when its revision is named.',
    access: { permission: 'checklists.edit', reach: 'company' },
    body: checklistImportSchema,
    answer: importedChecklistSchema,
    refusals: [
      'bench_busy',
      'bench_failed',
      'checklist_id_differs',
      'checklist_not_found',
      'draft_changed',
      'draft_open',
      'no_draft',
      'yaml_refused',
    ],
  }),
  importRows: post('/api/v1/checklists/import-rows', {
    summary:
      'Reads a checklist from the rows of a spreadsheet and says what is wrong with them; with `apply`, keeps it as the draft',
    description:
      'One row an item, the first row names the columns. Rows with problems keep nothing. A draft that is open is replaced only when its revision is named.',
    access: { permission: 'checklists.edit', reach: 'company' },
    body: checklistRowsSchema,
    answer: importedRowsSchema,
    refusals: ['checklist_id_differs', 'checklist_not_found', 'draft_changed', 'draft_open', 'no_draft'],
  }),
  draft: get('/api/v1/checklists/{checklistId}/draft', {
    summary: 'The open draft, with what the validator says of it',
    access: { permission: 'checklists.read' },
    params: { checklistId: checklistIdSchema },
    answer: checklistDraftViewSchema,
    refusals: ['checklist_not_found', 'no_draft'],
  }),
  save: put('/api/v1/checklists/{checklistId}/draft', {
    summary: 'Saves the draft',
    description: 'Unfinished and wrong drafts are kept as they are.',
    access: { permission: 'checklists.edit', reach: 'company' },
    params: { checklistId: checklistIdSchema },
    body: draftSaveSchema,
    answer: checklistDraftViewSchema,
    refusals: ['checklist_id_differs', 'checklist_not_found', 'draft_changed', 'no_draft'],
  }),
  discard: del('/api/v1/checklists/{checklistId}/draft', {
    summary: 'Discards the draft; published versions stay',
    access: { permission: 'checklists.edit', reach: 'company' },
    params: { checklistId: checklistIdSchema },
    query: draftDiscardQuerySchema,
    refusals: ['draft_changed', 'no_draft'],
  }),
  validate: post('/api/v1/checklists/{checklistId}/draft/validate', {
    summary: 'Validates the draft: without errors it can be published',
    access: { permission: 'checklists.edit', reach: 'company' },
    params: { checklistId: checklistIdSchema },
    body: draftRevisionSchema,
    answer: checklistDraftViewSchema,
    refusals: ['checklist_not_found', 'draft_changed', 'no_draft'],
  }),
  ask: post('/api/v1/checklists/{checklistId}/draft/ask', {
    summary: 'Validates the draft and asks that another person publish it',
    description: 'By a person who wrote in it. Any later save takes it back.',
    access: { permission: 'checklists.edit', reach: 'company' },
    params: { checklistId: checklistIdSchema },
    body: draftRevisionSchema,
    answer: checklistDraftViewSchema,
    refusals: ['checklist_has_errors', 'checklist_not_found', 'draft_changed', 'no_draft', 'not_an_author'],
  }),
  sendBack: post('/api/v1/checklists/{checklistId}/draft/send-back', {
    summary: 'Sends a draft that waits for publication back to its authors, with a reason',
    access: { permission: 'checklists.publish', reach: 'company' },
    params: { checklistId: checklistIdSchema },
    body: publishDraftSchema,
    answer: checklistDraftViewSchema,
    refusals: ['checklist_not_found', 'draft_changed', 'no_draft', 'not_asked'],
  }),
  publish: post('/api/v1/checklists/{checklistId}/draft/publish', {
    summary: 'Makes the draft that an author asked to publish the next version, which judges from now on',
    description:
      'By a person who did not write in it; the database holds that too. The version before it is retired. Scorecards that were filed stay.',
    access: { permission: 'checklists.publish', reach: 'company' },
    params: { checklistId: checklistIdSchema },
    body: publishDraftSchema,
    answer: publishedDraftSchema,
    refusals: [
      'author_publishes',
      'checklist_has_errors',
      'checklist_not_found',
      'draft_changed',
      'no_draft',
      'not_asked',
    ],
  }),
  retire: post('/api/v1/checklists/{checklistId}/retire', {
    summary: 'Retires the version that judges: the checklist judges nothing until one is published again',
    access: { permission: 'checklists.edit', reach: 'company' },
    params: { checklistId: checklistIdSchema },
    body: retireChecklistSchema,
    refusals: ['not_published'],
  }),
});
