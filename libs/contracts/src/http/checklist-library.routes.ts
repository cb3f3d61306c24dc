import { checklistLibrarySchema, libraryEntryViewSchema, libraryNameSchema } from './checklist-library.js';
import { defineRoutes, get } from './route.js';

/** Ready checklists by trade, from which a company makes drafts of its own. */
export const checklistLibraryRoutes = defineRoutes('checklistLibrary', 'checklists', {
  list: get('/api/v1/checklist-library', {
    summary: 'The ready checklists by trade, and which checklists of the company came from them',
    description: 'They judge nothing: a draft is made from one, and two people publish it.',
    access: { permission: 'checklists.edit', reach: 'company' },
    answer: checklistLibrarySchema,
  }),
  entry: get('/api/v1/checklist-library/{entry}', {
    summary: 'What a ready checklist asks',
    access: { permission: 'checklists.edit', reach: 'company' },
    params: { entry: libraryNameSchema },
    answer: libraryEntryViewSchema,
    refusals: ['library_entry_not_found'],
  }),
});
