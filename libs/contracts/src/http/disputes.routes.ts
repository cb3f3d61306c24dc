import {
  callDisputesSchema,
  contestedItemsSchema,
  contestedQuerySchema,
  disputeEscalationSchema,
  disputeListQuerySchema,
  disputeListSchema,
  disputeSchema,
  newDisputeDecisionSchema,
  newDisputeSchema,
} from './disputes.js';
import { defineRoutes, get, post } from './route.js';

/** What agents contest, and what became of it. */
export const disputesRoutes = defineRoutes('disputes', 'disputes', {
  list: get('/api/v1/disputes', {
    summary: 'Disputes, one’s own or one’s teams’, what is due first',
    access: { permission: 'disputes.read' },
    query: disputeListQuerySchema,
    answer: disputeListSchema,
  }),
  items: get('/api/v1/disputes/items', {
    summary: 'Items by how often they are contested, and how often rightly',
    description: 'Of disputes that were filed in the last days, with the latest examples that were granted.',
    access: { permission: 'disputes.decide' },
    query: contestedQuerySchema,
    answer: contestedItemsSchema,
  }),
  ofCall: get('/api/v1/calls/{callId}/disputes', {
    summary: 'The disputes of a call, and what the asker may still contest in it',
    access: { permission: 'disputes.read' },
    answer: callDisputesSchema,
  }),
  file: post('/api/v1/calls/{callId}/disputes', {
    summary: 'Contests an item of one’s own score',
    description: 'The score goes on counting until a person decides; destruction by schedule waits for that.',
    access: { permission: 'disputes.file' },
    body: newDisputeSchema,
    answer: disputeSchema,
    status: 201,
    refusals: { 409: 'Another card is shown by now, the item is contested already, or the time for it is over.' },
  }),
  decide: post('/api/v1/disputes/{disputeId}/decisions', {
    summary: 'Decides a dispute',
    description:
      'A granted one files a new scorecard, which counts. A person who reviewed this score or took the call does not decide.',
    access: { permission: 'disputes.decide' },
    body: newDisputeDecisionSchema,
    answer: disputeSchema,
    status: 201,
    refusals: { 409: 'It was decided or withdrawn in the meantime, or another card is shown by now.' },
  }),
  escalate: post('/api/v1/disputes/{disputeId}/escalation', {
    summary: 'Takes a dispute on to a quality manager',
    access: { permission: 'disputes.file' },
    body: disputeEscalationSchema,
    answer: disputeSchema,
    refusals: { 409: 'It waits for a decision, or the time to go on is over.' },
  }),
  withdraw: post('/api/v1/disputes/{disputeId}/withdrawal', {
    summary: 'Takes one’s own dispute back',
    access: { permission: 'disputes.file' },
    answer: disputeSchema,
    refusals: { 409: 'It was decided in the meantime.' },
  }),
});
