import { attentionGroupSchema, giveUpGroupSchema, groupMovedSchema, processingBoardSchema } from './processing.js';
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
