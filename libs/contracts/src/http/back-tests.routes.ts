import {
  backTestSchema,
  flipFiltersSchema,
  flipListSchema,
  newBackTestSchema,
  runIdSchema,
  runListSchema,
} from './runs.js';
import { defineRoutes, get, post } from './route.js';

export const backTestsRoutes = defineRoutes('backTests', 'back-tests', {
  list: get('/api/v1/back-tests', {
    summary: 'The newest back-tests of the teams that the account reaches',
    access: { permission: 'scorecards.backtest' },
    answer: runListSchema,
  }),
  ask: post('/api/v1/back-tests', {
    summary: 'Judges past calls by a version or the open draft of a checklist',
    description: 'In the worker. Files no scorecard.',
    access: { permission: 'scorecards.backtest' },
    body: newBackTestSchema,
    answer: runIdSchema,
    status: 202,
    refusals: ['checklist_not_found', 'draft_cannot_be_read', 'no_draft', 'nothing_to_run'],
  }),
  one: get('/api/v1/back-tests/{runId}', {
    summary: 'How far a back-test, or scoring again, is and what it found, by item and by agent',
    access: { permission: 'scorecards.backtest' },
    answer: backTestSchema,
  }),
  flipList: get('/api/v1/back-tests/{runId}/flips', {
    summary: 'The results that came out otherwise than what is on file',
    description: 'Places, no words.',
    access: { permission: 'scorecards.backtest' },
    query: flipFiltersSchema,
    answer: flipListSchema,
    refusals: ['bad_cursor'],
  }),
  cancel: post('/api/v1/back-tests/{runId}/cancel', {
    summary: 'Stops a back-test',
    description: 'What it found until then stays.',
    access: { permission: 'scorecards.backtest' },
    refusals: ['run_has_ended'],
  }),
});
