import { z } from 'zod';
import { callAccessesQuerySchema, callAccessesSchema, readingRequestSchema } from './accesses.js';
import { peaksSchema } from './plays.js';
import { scorecardListSchema, transcriptViewSchema } from './quality.js';
import { defineRoutes, get, post } from './route.js';
import { SHUT } from './refusals.js';
/** Which part of a call with several agents. */
export const ofLegQuerySchema = z.object({ legId: z.uuid().optional() });
export const peaksQuerySchema = z.object({ recordingId: z.uuid() });

export const contentRoutes = defineRoutes('content', 'content', {
  transcript: get('/api/v1/calls/{callId}/transcript', {
    summary: 'The words, under a live grant to read',
    description: 'Of one leg: without `legId` the only one that the right reaches. Each reading is journalled.',
    access: { permission: 'transcripts.read' },
    query: ofLegQuerySchema,
    answer: transcriptViewSchema,
    refusals: ['no_transcript', 'which_leg', ...SHUT],
  }),
  read: post('/api/v1/calls/{callId}/readings', {
    summary: 'Reads the words once under what a legal request of one’s own gave',
    description: 'Counted and journalled before a word is opened; takes a fresh proof of identity.',
    access: { permission: 'legal.request', stepUp: true },
    body: readingRequestSchema,
    answer: transcriptViewSchema,
    refusals: ['no_such_grant', 'no_transcript', 'request_grant_over', 'which_leg', ...SHUT],
  }),
  heardBy: get('/api/v1/calls/{callId}/accesses', {
    summary: 'Who heard or read the call, when and by which right',
    description: 'Only those who oversee requests see who made a confidential one.',
    access: { permission: 'calls.journal.read' },
    query: callAccessesQuerySchema,
    answer: callAccessesSchema,
  }),
  list: get('/api/v1/calls/{callId}/scorecards', {
    summary: 'Every judgement, with quotes where the account may read the words',
    access: { permission: 'scorecards.read' },
    answer: scorecardListSchema,
    refusals: [...SHUT],
  }),
  peaks: get('/api/v1/calls/{callId}/peaks', {
    summary: 'The waveform, under a live grant to listen or to read',
    access: { permission: 'audio.play' },
    query: peaksQuerySchema,
    answer: peaksSchema,
    refusals: ['no_peaks', ...SHUT],
  }),
});
