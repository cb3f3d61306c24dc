import { newRehearSchema, runIdSchema, runListSchema } from './runs.js';
import { rehearingSchema } from './words.js';
import { defineRoutes, get, post } from './route.js';

/** Hearing the calls of a period again, after another engine, model or settings. */
export const rehearingsRoutes = defineRoutes('rehearings', 'rehearings', {
  list: get('/api/v1/rehearings', {
    summary: 'The newest passes of hearing again',
    access: { permission: 'transcripts.rehear' },
    answer: runListSchema,
  }),
  ask: post('/api/v1/rehearings', {
    summary: 'Has the scored calls of a period heard again by the engines in force',
    description: 'A few at a time, in the worker. New words and cards lie beside the old ones; nothing is overwritten.',
    access: { permission: 'transcripts.rehear' },
    body: newRehearSchema,
    answer: runIdSchema,
    status: 202,
    refusals: ['nothing_to_run'],
  }),
  one: get('/api/v1/rehearings/{runId}', {
    summary: 'How far it is, and what differs',
    access: { permission: 'transcripts.rehear' },
    answer: rehearingSchema,
  }),
  cancel: post('/api/v1/rehearings/{runId}/cancel', {
    summary: 'Stops it',
    description: 'Words that were heard until then stay, and so do their cards.',
    access: { permission: 'transcripts.rehear' },
    refusals: ['run_has_ended'],
  }),
});
