import { captureConnectionSchema } from './capture.js';
import { defineRoutes, get } from './route.js';

export const captureRoutes = defineRoutes('capture', 'company', {
  connection: get('/api/v1/capture', {
    summary: 'How calls are taken as they happen: senders, refusals, streams, room',
    description: 'Of systems and packets, of no call’s words.',
    access: { permission: 'company.manage', reach: 'company', whileIdle: true },
    answer: captureConnectionSchema,
  }),
});
