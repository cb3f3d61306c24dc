import { checklistIdSchema } from '../checklist.js';
import {
  drawnCallsSchema,
  itemPieceAnswerSchema,
  itemPieceSchema,
  phraseDrawSchema,
  phrasePieceAnswerSchema,
  phrasePieceSchema,
  phrasePlacesSchema,
  shownPhrasesSchema,
  variedExamplesSchema,
  variedItemSchema,
} from './phrase-trials.js';
import { defineRoutes, post } from './route.js';

const access = { permission: 'checklists.edit', reach: 'company' } as const;
const params = { checklistId: checklistIdSchema };

/** A phrase list or an item of a draft tried on drawn calls: which calls, what it makes of some of them, and the words of a few places. */
export const phraseTrialsRoutes = defineRoutes('phraseTrials', 'checklists', {
  draw: post('/api/v1/checklists/{checklistId}/phrase-trials', {
    summary: 'Draws up to 1,000 scored calls on which a phrase list is tried',
    description:
      'From the calls whose words the account may read, without those that it has to judge blind. The same seed draws the same calls as long as there are no others.',
    access,
    params,
    body: phraseDrawSchema,
    answer: drawnCallsSchema,
  }),
  piece: post('/api/v1/checklists/{checklistId}/phrase-trials/pieces', {
    summary: 'Tries a phrase list of a draft, saved or not, on some of the drawn calls',
    description:
      'By the matcher that scores, over the newest words, with everything sensitive hidden. Files nothing; journalled. No words are answered.',
    access,
    params,
    body: phrasePieceSchema,
    answer: phrasePieceAnswerSchema,
    refusals: ['bench_busy', 'bench_failed', 'checklist_id_differs', 'draft_unreadable'],
  }),
  item: post('/api/v1/checklists/{checklistId}/phrase-trials/items', {
    summary: 'Judges some of the drawn calls by an item of a draft, saved or not',
    description:
      'As it would score, by words alone: nothing is known of the telephone. Over the newest words, with everything sensitive hidden. Files nothing; journalled. No words are answered.',
    access,
    params,
    body: itemPieceSchema,
    answer: itemPieceAnswerSchema,
    refusals: ['bench_busy', 'bench_failed', 'checklist_id_differs', 'draft_unreadable'],
  }),
  variants: post('/api/v1/checklists/{checklistId}/phrase-trials/variants', {
    summary: 'What an item from examples makes of its own examples when they are said otherwise',
    description:
      'Shortened, with filler words, politer, and turned round by a negation. No call is opened, so that who publishes the draft reads it too.',
    access: { permission: 'checklists.read' },
    params,
    body: variedItemSchema,
    answer: variedExamplesSchema,
    refusals: ['bench_busy', 'bench_failed', 'checklist_id_differs', 'draft_unreadable'],
  }),
  words: post('/api/v1/checklists/{checklistId}/phrase-trials/words', {
    summary: 'The sentences at some places that a phrase list was heard at',
    description: 'Each call of which words are shown is journalled.',
    access,
    params,
    body: phrasePlacesSchema,
    answer: shownPhrasesSchema,
  }),
});
