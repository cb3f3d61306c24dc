import {
  reviewDraftsSchema,
  reviewRevisionSchema,
  reviewTimesQuerySchema,
  reviewTimesSchema,
  reviewedSchema,
  savedDraftSchema,
} from './reviews.js';
import { defineRoutes, get, post, put } from './route.js';

/** Reviews that are not published yet. */
export const reviewDraftsRoutes = defineRoutes('reviewDrafts', 'reviews', {
  list: get('/api/v1/calls/{callId}/review-drafts', {
    summary: 'One’s own unpublished answers of a call, and which colleagues have some',
    access: { permission: 'scorecards.judge' },
    answer: reviewDraftsSchema,
  }),
  save: put('/api/v1/calls/{callId}/review-drafts', {
    summary: 'Keeps answers that are not published yet',
    description: 'They count nowhere, and other people do not see them. Without answers the draft is thrown away.',
    access: { permission: 'scorecards.judge' },
    body: savedDraftSchema,
    answer: reviewRevisionSchema,
    refusals: ['draft_elsewhere', 'own_call'],
  }),
  beat: post('/api/v1/calls/{callId}/review-drafts/beats', {
    summary: 'Says that the account’s person is at a review now',
    description:
      'Sent every 15 s while they are. The server counts what passes between two that are close to each other.',
    access: { permission: 'scorecards.judge' },
    body: reviewedSchema,
    refusals: ['own_call'],
  }),
  times: get('/api/v1/reviews/times', {
    summary: 'How many reviews were published and how long they took, in the middle',
    description:
      'One’s own; with `sampling.manage` for the whole company those of all reviewers, by staff number. Time away from the page is left out.',
    access: { permission: 'scorecards.judge' },
    query: reviewTimesQuerySchema,
    answer: reviewTimesSchema,
  }),
});
