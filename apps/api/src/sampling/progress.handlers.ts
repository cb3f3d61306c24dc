import { progressRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
import { ProgressQueries } from './progress.query.js';

/** How far reviews of drawn calls are. */
export const progressHandlers = implement(progressRoutes, [ProgressQueries], (progressQueries) => ({
  figures: ({ asker, query }) => progressQueries.figures(asker, query),
  legs: ({ asker, query }) => progressQueries.legs(asker, query),
}));
