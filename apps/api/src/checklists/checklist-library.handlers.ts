import { checklistLibraryRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
import { ChecklistLibraryQuery } from './checklist-library.query.js';

/** Ready checklists by trade, to be read; drafts are made from them as from any other checklist. */
export const checklistLibraryHandlers = implement(checklistLibraryRoutes, [ChecklistLibraryQuery], (query) => ({
  list: () => query.list(),
  entry: ({ entry }) => query.entry(entry),
}));
