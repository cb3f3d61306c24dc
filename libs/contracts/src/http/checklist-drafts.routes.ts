import { checklistIdSchema } from '../checklist.js';
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
    refusals: { 409: 'A draft is open already, or the id of a new checklist is taken.' },
  }),
  import: post('/api/v1/checklists/import', {
    summary: 'Reads a checklist from YAML and says what the validator finds; with `apply`, keeps it as the draft',
    description: 'A draft that is open is replaced only when its revision is named.',
    access: { permission: 'checklists.edit', reach: 'company' },
    body: checklistImportSchema,
    answer: importedChecklistSchema,
    refusals: { 409: 'A colleague changed the draft in the meantime, or published or discarded it.' },
  }),
  draft: get('/api/v1/checklists/{checklistId}/draft', {
    summary: 'The open draft, with what the validator says of it',
    access: { permission: 'checklists.read' },
    params: { checklistId: checklistIdSchema },
    answer: checklistDraftViewSchema,
  }),
  save: put('/api/v1/checklists/{checklistId}/draft', {
    summary: 'Saves the draft',
    description: 'Unfinished and wrong drafts are kept as they are.',
    access: { permission: 'checklists.edit', reach: 'company' },
    params: { checklistId: checklistIdSchema },
    body: draftSaveSchema,
    answer: checklistDraftViewSchema,
    refusals: { 409: 'A colleague changed the draft in the meantime, or published or discarded it.' },
  }),
  discard: del('/api/v1/checklists/{checklistId}/draft', {
    summary: 'Discards the draft; published versions stay',
    access: { permission: 'checklists.edit', reach: 'company' },
    params: { checklistId: checklistIdSchema },
    query: draftDiscardQuerySchema,
    refusals: { 409: 'A colleague changed the draft in the meantime, or published or discarded it.' },
  }),
  validate: post('/api/v1/checklists/{checklistId}/draft/validate', {
    summary: 'Validates the draft: without errors it can be published',
    access: { permission: 'checklists.edit', reach: 'company' },
    params: { checklistId: checklistIdSchema },
    body: draftRevisionSchema,
    answer: checklistDraftViewSchema,
    refusals: { 409: 'A colleague changed the draft in the meantime, or published or discarded it.' },
  }),
  publish: post('/api/v1/checklists/{checklistId}/draft/publish', {
    summary: 'Makes the validated draft the next version, which judges from now on',
    description: 'The version before it is retired. Scorecards that were filed stay.',
    access: { permission: 'checklists.publish', reach: 'company' },
    params: { checklistId: checklistIdSchema },
    body: publishDraftSchema,
    answer: publishedDraftSchema,
    refusals: { 409: 'The draft was changed, was not validated, or has errors.' },
  }),
  retire: post('/api/v1/checklists/{checklistId}/retire', {
    summary: 'Retires the version that judges: the checklist judges nothing until one is published again',
    access: { permission: 'checklists.publish', reach: 'company' },
    params: { checklistId: checklistIdSchema },
    body: retireChecklistSchema,
    refusals: { 409: 'This version judges no calls now.' },
  }),
});
