import {
  drawnQueueQuerySchema,
  drawnQueueSchema,
  handOnSchema,
  nextDrawnQuerySchema,
  nextDrawnSchema,
  possibleReviewersSchema,
} from './drawn-reviews.js';
import { defineRoutes, del, get, post } from './route.js';

/** What sampling plans gave to reviewers. */
export const drawnReviewsRoutes = defineRoutes('drawnReviews', 'reviews', {
  list: get('/api/v1/reviews/drawn', {
    summary: 'Calls that sampling plans drew and that wait for their review, what is due first',
    description: 'Calls that the account’s person took are not among them.',
    access: { permission: 'scorecards.judge' },
    query: drawnQueueQuerySchema,
    answer: drawnQueueSchema,
    refusals: ['bad_cursor'],
  }),
  next: get('/api/v1/reviews/drawn/next', {
    summary: 'The next drawn call of the list, and how many are left',
    description: 'What a colleague has is left out. Begins again at the top after the last.',
    access: { permission: 'scorecards.judge' },
    query: nextDrawnQuerySchema,
    answer: nextDrawnSchema,
  }),
  reviewers: get('/api/v1/reviews/drawn/{assignmentId}/reviewers', {
    summary: 'Colleagues to whom a drawn call can be handed on',
    access: { permission: 'scorecards.judge' },
    answer: possibleReviewersSchema,
  }),
  claim: post('/api/v1/reviews/drawn/{assignmentId}/claim', {
    summary: 'Takes a drawn call that waits for those who take it',
    access: { permission: 'scorecards.judge' },
    refusals: ['assignment_over', 'assignment_taken', 'own_call', 'saw_result'],
  }),
  release: del('/api/v1/reviews/drawn/{assignmentId}/claim', {
    summary: 'Gives a drawn call back, for those who take it',
    access: { permission: 'scorecards.judge' },
    refusals: ['assignment_over', 'assignment_taken', 'own_call'],
  }),
  handOn: post('/api/v1/reviews/drawn/{assignmentId}/hand-on', {
    summary: 'Hands a drawn call on to a colleague who may review it',
    description: 'One’s own; with `sampling.manage` for the whole company also a colleague’s.',
    access: { permission: 'scorecards.judge' },
    body: handOnSchema,
    refusals: ['assignment_not_yours', 'assignment_over', 'assignment_taken', 'cannot_review', 'own_call'],
  }),
});
