import { completenessSettingsSchema } from '../completeness.js';
import {
  completenessBoardSchema,
  completenessQuerySchema,
  gapDecisionSchema,
  gapListQuerySchema,
  gapListSchema,
  newGapAcceptanceSchema,
} from './completeness.js';
import { defineRoutes, get, post, put } from './route.js';

/** Whether all that is known of calls is there: recordings, words and scores. */
export const completenessRoutes = defineRoutes('completeness', 'operations', {
  board: get('/api/v1/completeness', {
    summary: 'How complete the calls of a period are, by source and team',
    description: 'Talks of agents within reach. Calls that must not be recorded are not among them.',
    access: { permission: 'completeness.read' },
    query: completenessQuerySchema,
    answer: completenessBoardSchema,
  }),
  set: put('/api/v1/completeness/settings', {
    summary: 'Says how long is waited, what counts as another length, the target and the alarm',
    access: { permission: 'completeness.manage', reach: 'company' },
    body: completenessSettingsSchema,
    answer: completenessSettingsSchema,
  }),
  gaps: get('/api/v1/completeness/gaps', {
    summary: 'What is missing of calls within reach, the oldest first',
    access: { permission: 'completeness.read' },
    query: gapListQuerySchema,
    answer: gapListSchema,
    refusals: ['gap_not_found'],
  }),
  take: post('/api/v1/completeness/gaps/{gapId}/owner', {
    summary: 'Takes on to mend it',
    access: { permission: 'completeness.mend' },
    refusals: ['gap_not_found', 'gap_closed'],
  }),
  ask: post('/api/v1/completeness/gaps/{gapId}/acceptance', {
    summary: 'Asks that it be accepted as it is',
    description: 'It stays open until another person agrees.',
    access: { permission: 'completeness.mend' },
    body: newGapAcceptanceSchema,
    refusals: ['gap_not_found', 'gap_closed', 'gap_waits'],
  }),
  decide: post('/api/v1/completeness/gaps/{gapId}/acceptance/decision', {
    summary: 'Agrees that it is accepted, or does not',
    access: { permission: 'completeness.mend' },
    body: gapDecisionSchema,
    refusals: ['gap_not_found', 'gap_closed', 'gap_not_asked', 'gap_needs_another', 'needs_a_day'],
  }),
});
