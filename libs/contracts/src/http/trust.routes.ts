import { defineRoutes, get } from './route.js';
import { agreementCallsQuerySchema, agreementCallsSchema, trustViewSchema } from './trust.js';

/** How far machine and people agree, and which items give points. */
export const trustRoutes = defineRoutes('trust', 'quality', {
  view: get('/api/v1/quality/trust', {
    summary: 'Which items are trusted, by language and engine, and what that rests on',
    description:
      'People’s figures are of blind reviews of random draws in a window of days, over the whole company; no call, team or agent is told.',
    access: { permission: 'checklists.read' },
    answer: trustViewSchema,
  }),
  calls: get('/api/v1/quality/trust/calls', {
    summary: 'The calls behind a figure of agreement, within reach',
    access: { permission: 'calibrations.manage' },
    query: agreementCallsQuerySchema,
    answer: agreementCallsSchema,
  }),
});
