import { sentCallListSchema, sentCallsQuerySchema } from './sent-calls.js';
import { defineRoutes, get } from './route.js';

export const sentCallsRoutes = defineRoutes('sentCalls', 'calls', {
  stages: get('/api/v1/sent-calls', {
    summary: 'How far calls have come that this account sent in',
    description: 'Stages and reasons, for up to 100 ids.',
    access: { permission: 'calls.ingest' },
    query: sentCallsQuerySchema,
    answer: sentCallListSchema,
  }),
});
