import {
  breakGlassReviewSchema,
  breakGlassSchema,
  breakGlassTermsSchema,
  legalRequestSchema,
} from './legal-requests.js';
import { defineRoutes, get, post } from './route.js';

/** Opening recordings in an emergency, and reviewing it afterwards. */
export const breakGlassRoutes = defineRoutes('breakGlass', 'legal', {
  terms: get('/api/v1/legal/break-glass', {
    summary: 'How much an emergency opens, for how long, and which opening of the asker’s waits for its review',
    access: { permission: 'legal.read' },
    answer: breakGlassTermsSchema,
  }),
  open: post('/api/v1/legal/requests/{requestId}/break-glass', {
    summary: 'Opens a draft in an emergency, before any approval',
    description:
      'Takes a fresh proof of identity. The masked copy, to listen, of at most twenty recordings and ten plays, for as long as the setting allows. Approvers, auditors and the supervisors of the recorded teams are told at once; another person reviews it.',
    access: { permission: 'legal.break_glass', stepUp: true },
    body: breakGlassSchema,
    answer: legalRequestSchema,
    refusals: [
      'bad_expiry',
      'break_glass_listens_only',
      'break_glass_too_many',
      'case_closed',
      'no_such_case',
      'no_such_request',
      'request_not_there',
      'review_overdue',
      'review_waits',
      'scope_empty',
      'scope_too_large',
    ],
  }),
  review: post('/api/v1/legal/requests/{requestId}/review', {
    summary: 'Reviews an emergency opening',
    description:
      'Takes a fresh proof of identity. Never by the opener, a person who was recorded, a member of a recorded team, or a deputy. Not justified: what is still open ends within a second.',
    access: { permission: 'legal.decide', stepUp: true, inPerson: true },
    body: breakGlassReviewSchema,
    answer: legalRequestSchema,
    refusals: [
      'decided_already',
      'no_such_request',
      'own_opening',
      'needs_a_day',
      'own_recording',
      'own_request',
      'own_team',
      'request_not_there',
    ],
  }),
});
