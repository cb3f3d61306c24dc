import { z } from 'zod';
import { transcriptViewSchema } from './quality.js';
import { wordsCorrectionSchema, wordsVersionListSchema } from './words.js';
import { defineRoutes, get, post } from './route.js';

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
  }),
  correct: post('/api/v1/calls/{callId}/words-corrections', {
    summary: 'Corrects words that were misheard',
    description:
      'A new version beside the old one, under a live grant to read; scores, promises, search and what is hidden follow. Never a call that one took, nor a turn of which something is hidden from one.',
    access: { permission: 'transcripts.correct' },
    body: wordsCorrectionSchema,
    answer: correctedWordsSchema,
    refusals: { 409: 'The words have a newer version, or nothing differs.' },
  }),
  rehear: post('/api/v1/calls/{callId}/rehearings', {
    summary: 'Has the sound heard again by the engines in force',
    description: 'In the worker. The words that there are stay, and count until the new ones are there.',
    access: { permission: 'transcripts.rehear' },
    refusals: { 409: 'Nothing of it was heard here, or it is being heard already.' },
  }),
});
