import { defineRoutes, post } from './route.js';
import {
  assignCallsSchema,
  reviewersToChooseSchema,
  tickedCallsSchema,
  tickedDoneSchema,
  tickedPreviewSchema,
} from './ticked-calls.js';

/** What is done with several calls that were ticked in the list, at most 100 at once. */
export const tickedCallsRoutes = defineRoutes('tickedCalls', 'calls', {
  preview: post('/api/v1/calls/ticked/preview', {
    summary: 'What can be done with which of these calls, and why not with the others',
    description: 'Changes nothing.',
    access: { permission: 'calls.read' },
    body: tickedCallsSchema,
    answer: tickedPreviewSchema,
  }),
  retry: post('/api/v1/calls/ticked/retry', {
    summary: 'Starts what those of these calls stopped at that need attention, or were given up',
    description:
      'Each call for itself, with an entry in the journal; asked again, calls that run already are left out.',
    access: { permission: 'calls.retry' },
    body: tickedCallsSchema,
    answer: tickedDoneSchema,
  }),
  assign: post('/api/v1/calls/ticked/assign', {
    summary: 'Gives these calls to a reviewer, outside of every draw',
    description:
      'Each call for itself, with an entry in the journal; asked again, what the reviewer has already is left out. No mean of random draws counts them.',
    access: { permission: 'reviews.assign' },
    body: assignCallsSchema,
    answer: tickedDoneSchema,
  }),
  reviewers: post('/api/v1/calls/ticked/reviewers', {
    summary: 'People to whom at least one of these calls can be given for review, and how many of them',
    description: 'Changes nothing.',
    access: { permission: 'reviews.assign' },
    body: tickedCallsSchema,
    answer: reviewersToChooseSchema,
  }),
});
