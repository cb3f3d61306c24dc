import { proposalLookSchema } from './model-scorer.js';
import {
  acknowledgementListSchema,
  acknowledgementQuerySchema,
  claimedSchema,
  newAcknowledgementSchema,
  newRetractionSchema,
  newReviewSchema,
  nextWaitingQuerySchema,
  nextWaitingSchema,
  publishedReviewSchema,
  reviewEffectSchema,
  waitingListSchema,
  waitingQuerySchema,
} from './reviews.js';
import { defineRoutes, del, get, post } from './route.js';
import { SHUT } from './refusals.js';
/** What people judge: items that wait, and scores that they correct. */
export const reviewsRoutes = defineRoutes('reviews', 'reviews', {
  list: get('/api/v1/reviews/waiting', {
    summary: 'The items that wait for a person, the longest waiting first',
    description: 'Calls that the account’s person took are not among them.',
    access: { permission: 'scorecards.judge' },
    query: waitingQuerySchema,
    answer: waitingListSchema,
    refusals: ['bad_cursor'],
  }),
  next: get('/api/v1/reviews/waiting/next', {
    summary: 'The next scorecard of the list that waits, and how many are left',
    description: 'What a colleague has taken is left out. Begins again at the top after the last.',
    access: { permission: 'scorecards.judge' },
    query: nextWaitingQuerySchema,
    answer: nextWaitingSchema,
  }),
  claim: post('/api/v1/reviews/waiting/{waitingId}/claim', {
    summary: 'Takes everything that waits on the item’s scorecard, for half an hour',
    description: 'Asked again by the person who has it, it lasts half an hour more. Then it ends.',
    access: { permission: 'scorecards.judge' },
    answer: claimedSchema,
    refusals: ['claimed_by_other', 'nothing_waits', 'own_call'],
  }),
  release: del('/api/v1/reviews/waiting/{waitingId}/claim', {
    summary: 'Lets go what one took',
    access: { permission: 'scorecards.judge' },
  }),
  preview: post('/api/v1/calls/{callId}/reviews/preview', {
    summary: 'What publishing these answers would do to the score that counts',
    description: 'Nothing is written.',
    access: { permission: 'scorecards.judge' },
    body: newReviewSchema,
    answer: reviewEffectSchema,
    refusals: [
      'blind_review_first',
      'calibration_first',
      'checklist_not_found',
      'claimed_by_other',
      'own_call',
      'review_overtaken',
      'review_refused',
    ],
  }),
  publish: post('/api/v1/calls/{callId}/reviews', {
    summary: 'Publishes a person’s answers as a new scorecard',
    description:
      'The card it rests on stays. People cannot judge a call that they took. What was drawn for them is done when every item with weight is a person’s, or when they say so with `completes`.',
    access: { permission: 'scorecards.judge' },
    body: newReviewSchema,
    answer: publishedReviewSchema,
    status: 201,
    refusals: [
      'assignment_not_yours',
      'assignment_over',
      'blind_review_first',
      'blind_review_incomplete',
      'calibration_first',
      'checklist_not_found',
      'claimed_by_other',
      'own_call',
      'place_not_in_words',
      'review_overtaken',
      'review_refused',
      ...SHUT,
    ],
  }),
  retract: post('/api/v1/calls/{callId}/reviews/{scorecardId}/retraction', {
    summary: 'Takes back a published review, with a reason',
    description:
      'For its author and for quality managers. What counts follows from the rule; the card stays on file. Not once a result of it was contested, or a later card rests on it.',
    access: { permission: 'scorecards.judge' },
    body: newRetractionSchema,
    refusals: ['not_yours_to_retract', 'own_call', 'retracted_already', 'review_built_on', 'review_contested'],
  }),
  acknowledge: post('/api/v1/calls/{callId}/reviews/{scorecardId}/acknowledgement', {
    summary: 'Says that one has read a review of one’s own leg, with a comment or without',
    description: 'It agrees to nothing: results can be contested as before. A newer review asks for a new one.',
    access: { permission: 'scorecards.read', inPerson: true },
    body: newAcknowledgementSchema,
    refusals: ['acknowledged_already', 'agent_acknowledges', 'review_replaced'],
  }),
  acknowledgements: get('/api/v1/reviews/acknowledgements', {
    summary: 'Reviews that their agents have not said they read, or have, of the legs within reach',
    access: { permission: 'scorecards.read' },
    query: acknowledgementQuerySchema,
    answer: acknowledgementListSchema,
    refusals: ['bad_cursor'],
  }),
  look: post('/api/v1/calls/{callId}/proposals/looks', {
    summary: 'Looks at what a language model proposes for an item, before one answers it',
    description: 'Scorecards show it from then on. What is answered after a look counts only against the model.',
    access: { permission: 'scorecards.judge' },
    body: proposalLookSchema,
  }),
  rescore: post('/api/v1/calls/{callId}/rescore', {
    summary: 'Has a call scored again by the checklists, lexicons and profile in force',
    description: 'New cards are filed beside the old ones where they say something new; nothing is overwritten.',
    access: { permission: 'scorecards.rescore' },
    refusals: ['not_scored_yet', 'words_destroyed'],
  }),
});
