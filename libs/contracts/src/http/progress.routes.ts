import { progressLegsQuerySchema, progressLegsSchema, progressQuerySchema, progressSchema } from './progress.js';
import { defineRoutes, get } from './route.js';

/** How far reviews of drawn calls are. */
export const progressRoutes = defineRoutes('progress', 'reports', {
  figures: get('/api/v1/reports/progress', {
    summary: 'How far the reviews of drawn calls are, by plan, reviewer, team or period',
    description: 'Of the calls whose progress the account may see. In order of names, never by how far they are.',
    access: { permission: 'sampling.progress' },
    query: progressQuerySchema,
    answer: progressSchema,
  }),
  legs: get('/api/v1/reports/progress/calls', {
    summary: 'The calls behind a number of the progress of reviews',
    access: { permission: 'sampling.progress' },
    query: progressLegsQuerySchema,
    answer: progressLegsSchema,
  }),
});
