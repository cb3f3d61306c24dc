import {
  holdDetailSchema,
  holdListSchema,
  holdPreviewSchema,
  holdQuerySchema,
  holdScopeSchema,
  newHoldSchema,
  placedHoldSchema,
  releaseDecisionSchema,
  releaseRequestSchema,
} from './holds.js';
import { defineRoutes, get, post } from './route.js';

/** Legal holds: recordings that are kept in spite of the retention schedule, and why. */
export const holdsRoutes = defineRoutes('holds', 'legal', {
  list: get('/api/v1/legal/holds', {
    summary: 'Legal holds that cover calls within reach, the newest first',
    access: { permission: 'holds.read' },
    query: holdQuerySchema,
    answer: holdListSchema,
  }),
  preview: post('/api/v1/legal/holds/preview', {
    summary: 'What a hold would cover now: asked before it is placed, and changes nothing',
    access: { permission: 'holds.place' },
    body: holdScopeSchema,
    answer: holdPreviewSchema,
    refusals: ['hold_beyond_reach', 'hold_covers_nothing', 'hold_rule_too_wide'],
  }),
  place: post('/api/v1/legal/holds', {
    summary: 'Places a hold',
    description:
      'On listed calls or recordings, or by a rule that also covers later calls. It wins until destruction has started.',
    access: { permission: 'holds.place' },
    body: newHoldSchema,
    answer: placedHoldSchema,
    status: 201,
    refusals: ['case_closed', 'hold_beyond_reach', 'hold_covers_nothing', 'hold_rule_too_wide', 'no_such_case'],
  }),
  detail: get('/api/v1/legal/holds/{holdId}', {
    summary: 'One hold, with calls that it covers',
    access: { permission: 'holds.read' },
    answer: holdDetailSchema,
    refusals: ['no_such_hold'],
  }),
  askRelease: post('/api/v1/legal/holds/{holdId}/release', {
    summary: 'Asks that a hold be released; another person has to agree',
    access: { permission: 'holds.place' },
    body: releaseRequestSchema,
    answer: holdDetailSchema,
    refusals: ['hold_beyond_reach', 'hold_released', 'no_such_hold', 'release_asked_already'],
  }),
  decide: post('/api/v1/legal/holds/{holdId}/release-decisions', {
    summary: 'Agrees to a release, refuses it, or takes one’s own asking back',
    description: 'Takes a fresh proof of identity. The person who asked cannot agree.',
    access: { permission: 'holds.release', stepUp: true },
    body: releaseDecisionSchema,
    answer: holdDetailSchema,
    refusals: [
      'hold_beyond_reach',
      'hold_released',
      'no_such_hold',
      'proposer_gone',
      'release_needs_another',
      'release_not_asked',
    ],
  }),
});
