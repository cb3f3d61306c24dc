import { z } from 'zod';
import { checklistSchema } from '../checklist.js';
import { bilingualSchema } from '../language.js';

/** How an entry of the library is called: "bank". */
export const libraryNameSchema = z.string().regex(/^[a-z0-9-]{1,60}$/);

const takenSchema = z.object({
  checklistId: z.string(),
  title: bilingualSchema,
  /** The version of the entry that it came from. */
  version: z.number().int(),
});

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
  /** The company's checklists that came from it. */
  taken: z.array(takenSchema),
});
export const checklistLibrarySchema = z.object({ entries: z.array(librarySummarySchema) });
export type ChecklistLibrary = z.infer<typeof checklistLibrarySchema>;

export const libraryEntryViewSchema = librarySummarySchema.extend({
  definition: checklistSchema,
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
