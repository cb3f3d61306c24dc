import {
  attentionGroupSchema,
  giveUpGroupSchema,
  groupMovedSchema,
  processingBoardSchema,
  giveUpRequestSchema,
} from './processing.js';
import { defineRoutes, get, post } from './route.js';

export const processingRoutes = defineRoutes('processing', 'operations', {
  board: get('/api/v1/processing', {
    summary: 'Stages, jobs, workers, engines, storage and keys, as figures',
    description: 'No call and no words.',
    access: { permission: 'processing.read', reach: 'company', whileIdle: true },
    answer: processingBoardSchema,
  }),
  retry: post('/api/v1/processing/retry', {
    summary: 'Retries up to 200 of the asker’s calls that wait for the same thing',
    description: 'The longest waiting first. Safe to send again.',
    access: { permission: 'calls.retry' },
    body: attentionGroupSchema,
    answer: groupMovedSchema,
  }),
  giveUp: post('/api/v1/processing/give-up', {
    summary: 'Gives up to 200 of the asker’s calls up that wait for the same thing',
    description: 'The longest waiting first. Safe to send again.',
    access: { permission: 'calls.give_up' },
    body: giveUpGroupSchema,
    answer: groupMovedSchema,
  }),
});

/** What a person does about one call that needs attention. */
export const callAttentionRoutes = defineRoutes('callAttention', 'calls', {
  retry: post('/api/v1/calls/{callId}/retry', {
    summary: 'Starts what a call that needs attention, or was given up, stopped at',
    access: { permission: 'calls.retry' },
    refusals: ['nothing_to_retry'],
  }),
  giveUp: post('/api/v1/calls/{callId}/give-up', {
    summary: 'Closes the processing of a call that needs attention',
    description: 'Nothing tries it again automatically, and it counts no more.',
    access: { permission: 'calls.give_up' },
    body: giveUpRequestSchema,
    refusals: ['nothing_to_give_up'],
  }),
});
