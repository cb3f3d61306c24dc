import { newRescoreSchema, runIdSchema, runListSchema, runSchema } from './runs.js';
import { defineRoutes, get, post } from './route.js';

/** Scoring the calls of a period again, after a new checklist, lexicon or company profile. */
export const rescoresRoutes = defineRoutes('rescores', 'rescores', {
  list: get('/api/v1/rescores', {
    summary: 'The newest passes of scoring again',
    access: { permission: 'scorecards.rescore' },
    answer: runListSchema,
  }),
  ask: post('/api/v1/rescores', {
    summary: 'Scores the calls of a period again by what is in force',
    description:
      'In the worker. New cards lie beside the old ones; reviews and decisions of disputes stand. At the end each agent whose scores changed is told once. Of one checklist, `GET /api/v1/back-tests/{runId}` lists what flipped; a back-test of the version in force says so beforehand.',
    access: { permission: 'scorecards.rescore' },
    body: newRescoreSchema,
    answer: runIdSchema,
    status: 202,
    refusals: ['checklist_not_found', 'nothing_to_run'],
  }),
  one: get('/api/v1/rescores/{runId}', {
    summary: 'How far it is',
    access: { permission: 'scorecards.rescore' },
    answer: runSchema,
  }),
  cancel: post('/api/v1/rescores/{runId}/cancel', {
    summary: 'Stops it',
    description: 'Cards that were filed until then stay.',
    access: { permission: 'scorecards.rescore' },
    refusals: ['run_has_ended'],
  }),
});
