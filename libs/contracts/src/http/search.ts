import { z } from 'zod';
import { callFiltersSchema } from '../call-filters.js';
import { plainText } from '../plain-text.js';
import { speakerSchema } from '../transcript.js';
import { callRowSchema } from './calls.js';
import { SHUT } from './refusals.js';
import { defineRoutes, get } from './route.js';

/**
 * What is looked for in transcripts. Spaces part terms, quotation marks keep words together; a call is found when one of its legs that the
 * asker may read holds every term. The filters are those of the list, of that same leg; its `q` speaks of the row and is not among them.
 */
export const wordSearchQuerySchema = callFiltersSchema.omit({ q: true }).extend({
  words: plainText().trim().min(1).max(80),
  /** Whose words; both sides' without it. */
  speaker: speakerSchema.optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(20).default(10),
});
export type WordSearchQuery = z.infer<typeof wordSearchQuerySchema>;

/** A turn that holds something of what was looked for, masked by the reader's right. */
export const wordMatchSchema = z.object({
  turn: z.number().int(),
  speaker: speakerSchema,
  /** When the first of it was said, milliseconds from the start of the recording: what a click jumps to. */
  fromMs: z.number().int(),
  /** The words around it, cut from the turn; `…` where something was left out. */
  text: z.string(),
  /** Stretches of `text` that were found, UTF-16, in order. */
  marks: z.array(z.object({ from: z.number().int(), to: z.number().int() })),
});
export type WordMatch = z.infer<typeof wordMatchSchema>;

export const wordSearchResultSchema = z.object({
  call: callRowSchema,
  legId: z.uuid(),
  /** Which leg of the call it is, from 1: what the call page is opened at. */
  leg: z.number().int(),
  transcriptId: z.uuid(),
  /** The first few, those with the most terms first, then in the order of the call. */
  matches: z.array(wordMatchSchema),
  /** Turns of this leg that hold something of it, those shown included. */
  turns: z.number().int(),
});
export type WordSearchResult = z.infer<typeof wordSearchResultSchema>;

export const wordSearchResultsSchema = z.object({
  items: z.array(wordSearchResultSchema),
  /** Goes on where this page ended, newest first; null at the end. */
  nextCursor: z.string().nullable(),
  /** Words of some calls in the installation are still on their way into the index: the answer may grow. */
  indexing: z.boolean(),
});
export type WordSearchResults = z.infer<typeof wordSearchResultsSchema>;

export const searchRoutes = defineRoutes('search', 'search', {
  words: get('/api/v1/search/words', {
    summary: 'Calls by what was said in them, newest first',
    description:
      'Reaches the words that the account may read, masked. Each search, and each call of which words are shown, is journalled.',
    access: { permission: 'transcripts.read' },
    query: wordSearchQuerySchema,
    answer: wordSearchResultsSchema,
    refusals: ['bad_cursor', 'bad_search', ...SHUT],
  }),
});
