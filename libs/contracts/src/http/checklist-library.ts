import { z } from 'zod';
import { checklistSchema } from '../checklist.js';
import { bilingualSchema } from '../language.js';
import { worthByLanguageSchema } from './quality.js';
import { defineRoutes, get } from './route.js';

/** How an entry of the library is called: "bank". */
export const libraryNameSchema = z.string().regex(/^[a-z0-9-]{1,60}$/);

const takenSchema = z.object({
  checklistId: z.string(),
  title: bilingualSchema,
  /** The version of the entry that it came from. */
  version: z.number().int(),
});

/** On what the weight of a checklist rests in a language, in points; they add up to its whole weight. */
const restsOnSchema = z.object({
  /** The telephone system or the sound says it. */
  fact: z.number(),
  /** Measured, and trusted by the company's target. */
  trusted: z.number(),
  /** Measured, and not trusted yet. */
  notYet: z.number(),
  unmeasured: z.number(),
  /** A person answers it. */
  byPeople: z.number(),
});
export type RestsOn = z.infer<typeof restsOnSchema>;

const librarySummarySchema = z.object({
  entry: z.string(),
  version: z.number().int(),
  title: bilingualSchema,
  about: bilingualSchema,
  items: z.number().int(),
  /** Items whose failure costs more than their own weight. */
  critical: z.number().int(),
  /** Items that only a person answers. */
  byPeople: z.number().int(),
  totalWeight: z.number().int(),
  /** By the product's own measure. */
  restsOn: z.object({ zh: restsOnSchema, en: restsOnSchema }),
  /** The company's checklists that came from it. */
  taken: z.array(takenSchema),
});
export const checklistLibrarySchema = z.object({ entries: z.array(librarySummarySchema) });
export type ChecklistLibrary = z.infer<typeof checklistLibrarySchema>;

export const libraryEntryViewSchema = librarySummarySchema.extend({
  definition: checklistSchema,
  worth: z.array(worthByLanguageSchema),
  /** What a draft from it is called, with the company's name; it can be changed in the draft. */
  draftTitle: bilingualSchema,
});
export type LibraryEntryView = z.infer<typeof libraryEntryViewSchema>;

/** From which entry of the library a checklist came. */
export const fromLibrarySchema = z.object({
  entry: z.string(),
  version: z.number().int(),
  title: bilingualSchema,
  /** The entry's version now, where that is newer. */
  newer: z.number().int().nullable(),
});
export type FromLibrary = z.infer<typeof fromLibrarySchema>;

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
