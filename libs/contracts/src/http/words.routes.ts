import { z } from 'zod';
import { transcriptViewSchema } from './quality.js';
import { wordsCorrectionSchema, wordsVersionListSchema } from './words.js';
import { defineRoutes, get, post } from './route.js';
import { SHUT } from './refusals.js';
export const correctedWordsSchema = z.object({ transcriptId: z.uuid() });

/** What happens to a call's words after they were there first. */
export const wordsRoutes = defineRoutes('words', 'content', {
  list: get('/api/v1/calls/{callId}/words-versions', {
    summary: 'The versions of the words, without the words',
    access: { permission: 'transcripts.read' },
    answer: wordsVersionListSchema,
  }),
  one: get('/api/v1/calls/{callId}/words-versions/{transcriptId}', {
    summary: 'The words of one version, under a live grant to read',
    description: 'Each reading is journalled.',
    access: { permission: 'transcripts.read' },
    answer: transcriptViewSchema,
    refusals: [...SHUT],
  }),
  correct: post('/api/v1/calls/{callId}/words-corrections', {
    summary: 'Corrects words that were misheard',
    description:
      'A new version beside the old one, under a live grant to read; scores, promises, search and what is hidden follow. Never a call that one took or of which one has a part in an open dispute, nor a turn of which something is hidden from one.',
    access: { permission: 'transcripts.correct' },
    body: wordsCorrectionSchema,
    answer: correctedWordsSchema,
    refusals: [
      'correct_disputed_call',
      'correct_own_call',
      'no_such_turn',
      'no_words_corrected',
      'recording_not_open',
      'turn_has_hidden_words',
      'words_being_made',
      'words_moved_on',
      ...SHUT,
    ],
  }),
  rehear: post('/api/v1/calls/{callId}/rehearings', {
    summary: 'Has the sound heard again by the engines in force',
    description: 'In the worker. The words that there are stay, and count until the new ones are there.',
    access: { permission: 'transcripts.rehear' },
    refusals: ['nothing_heard_yet', 'recording_not_open', 'words_being_made', 'words_came_along'],
  }),
});
