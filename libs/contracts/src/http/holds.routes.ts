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
    refusals: { 404: 'A call or recording that is not within reach.' },
  }),
  place: post('/api/v1/legal/holds', {
    summary: 'Places a hold',
    description:
      'On listed calls or recordings, or by a rule that also covers later calls. It wins until destruction has started.',
    access: { permission: 'holds.place' },
    body: newHoldSchema,
    answer: placedHoldSchema,
    status: 201,
    refusals: {
      403: 'A call has legs beyond the asker’s reach, or the rule reaches further.',
      404: 'No such case, or a call or recording that is not within reach.',
      409: 'The case is closed.',
    },
  }),
  detail: get('/api/v1/legal/holds/{holdId}', {
    summary: 'One hold, with calls that it covers',
    access: { permission: 'holds.read' },
    answer: holdDetailSchema,
    refusals: { 404: 'No such hold within reach.' },
  }),
  askRelease: post('/api/v1/legal/holds/{holdId}/release', {
    summary: 'Asks that a hold be released; another person has to agree',
    access: { permission: 'holds.place' },
    body: releaseRequestSchema,
    answer: holdDetailSchema,
    refusals: {
      403: 'It covers recordings beyond the asker’s reach.',
      404: 'No such hold within reach.',
      409: 'It is released, or its release was asked for already.',
    },
  }),
  decide: post('/api/v1/legal/holds/{holdId}/release-decisions', {
    summary: 'Agrees to a release, refuses it, or takes one’s own asking back',
    description: 'Takes a fresh proof of identity. The person who asked cannot agree.',
    access: { permission: 'holds.release', stepUp: true },
    body: releaseDecisionSchema,
    answer: holdDetailSchema,
    refusals: {
      403: 'It covers recordings beyond the asker’s reach.',
      404: 'No such hold within reach.',
      409: 'Its release was not asked for.',
    },
  }),
});
