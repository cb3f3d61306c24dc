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
    refusals: ['bad_cursor'],
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
    refusals: [
      'contest_time_over',
      'contested_already',
      'dispute_overtaken',
      'not_judged_yet',
      'not_on_card',
      'own_scoring_first',
      'same_result',
      'words_destroyed',
    ],
  }),
  decide: post('/api/v1/disputes/{disputeId}/decisions', {
    summary: 'Decides a dispute',
    description:
      'A granted one files a new scorecard, which counts. A person who reviewed this score or took the call does not decide.',
    access: { permission: 'disputes.decide' },
    body: newDisputeDecisionSchema,
    answer: disputeSchema,
    status: 201,
    refusals: [
      'checklist_not_found',
      'decision_overtaken',
      'dispute_asleep',
      'dispute_over',
      'not_on_card',
      'not_yours_to_decide',
      'quality_manager_decides',
      'same_result',
    ],
  }),
  escalate: post('/api/v1/disputes/{disputeId}/escalation', {
    summary: 'Takes a dispute on to a quality manager',
    access: { permission: 'disputes.file' },
    body: disputeEscalationSchema,
    answer: disputeSchema,
    refusals: ['dispute_asleep', 'escalation_time_over'],
  }),
  withdraw: post('/api/v1/disputes/{disputeId}/withdrawal', {
    summary: 'Takes one’s own dispute back',
    access: { permission: 'disputes.file' },
    answer: disputeSchema,
    refusals: ['dispute_over'],
  }),
  close: post('/api/v1/disputes/{disputeId}/closing', {
    summary: 'Closes a dispute that sleeps, as not this agent’s call',
    description:
      'Another person than who proposed the correction of the agent. Put back to the agent, the call opens it again while its words are there.',
    access: { permission: 'disputes.decide', stepUp: true },
    answer: disputeSchema,
    refusals: ['dispute_not_asleep', 'not_yours_to_close', 'quality_manager_decides'],
  }),
});
