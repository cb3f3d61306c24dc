import { giveUpRequestSchema } from './processing.js';
import { defineRoutes, post } from './route.js';

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
