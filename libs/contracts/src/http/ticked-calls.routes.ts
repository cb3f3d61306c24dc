import { defineRoutes, post } from './route.js';
import {
  assignCallsSchema,
  callsLanguageSchema,
  reviewersToChooseSchema,
  setAsideCallsSchema,
  sideOfCallsSchema,
  swapCallsSchema,
  tickedCallsSchema,
  tickedDoneSchema,
  tickedPreviewQuerySchema,
  tickedPreviewSchema,
} from './ticked-calls.js';

/** What is done with several calls that were ticked in the list, at most 100 in one request; more are sent in pieces. */
export const tickedCallsRoutes = defineRoutes('tickedCalls', 'calls', {
  preview: post('/api/v1/calls/ticked/preview', {
    summary: 'What can be done with which of these calls, and why not with the others',
    description: 'Changes nothing. Of up to 5,000 calls at once.',
    access: { permission: 'calls.read' },
    body: tickedPreviewQuerySchema,
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
  swap: post('/api/v1/calls/ticked/swap', {
    summary: 'Says of these calls that agent and customer are on each other’s channel',
    description:
      'Each call for itself, with an entry in the journal. Nothing is heard again: words that are there get their speakers, and scores are made again. Asked again, it is taken back, but for calls that were swapped under the same `actId`.',
    access: { permission: 'calls.correct' },
    body: swapCallsSchema,
    answer: tickedDoneSchema,
  }),
  side: post('/api/v1/calls/ticked/side', {
    summary: 'Says of these calls on which channel the agent is, where that was never said',
    description:
      'Each call for itself, as a correction of its channel. Nothing is heard again: words that are there get their speakers, and scores are made again. Calls of which it is known are left out.',
    access: { permission: 'calls.correct' },
    body: sideOfCallsSchema,
    answer: tickedDoneSchema,
  }),
  language: post('/api/v1/calls/ticked/language', {
    summary: 'Says in which language these calls were spoken',
    description: 'Each call for itself, as a correction of its language: it is heard and scored again.',
    access: { permission: 'calls.correct' },
    body: callsLanguageSchema,
    answer: tickedDoneSchema,
  }),
  setAside: post('/api/v1/calls/ticked/set-aside', {
    summary: 'Says that there is nothing to judge in these calls, which wait as one for a person',
    description:
      'Each call for itself, with an entry in the journal. Its cards stay without points and wait for no one until the call has other words.',
    access: { permission: 'scorecards.judge' },
    body: setAsideCallsSchema,
    answer: tickedDoneSchema,
  }),
  takeBack: post('/api/v1/calls/ticked/set-aside/undo', {
    summary: 'Takes back that there is nothing to judge in these calls: they wait for a person again',
    access: { permission: 'scorecards.judge' },
    body: tickedCallsSchema,
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
