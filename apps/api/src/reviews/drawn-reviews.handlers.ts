import { drawnReviewsRoutes } from '#contracts';
import { scopeOf, type Asker } from '#people';
import { Assignments, type ActsOnAssignment } from '#reviews';
import { implement } from '../routes/implement.js';
import { DrawnQueueQuery } from './drawn-queue.query.js';

/** What sampling plans gave to reviewers, and who takes it. */
export const drawnReviewsHandlers = implement(
  drawnReviewsRoutes,
  [DrawnQueueQuery, Assignments],
  (queue, assignments) => ({
    list: ({ asker, query }) => queue.list(asker, query),
    next: ({ asker, query }) => queue.next(asker, query),
    reviewers: async ({ asker, assignmentId }) => {
      const reached = await queue.reached(asker, assignmentId);
      return { people: await assignments.possible(reached) };
    },
    claim: async ({ asker, assignmentId }) => {
      await queue.reached(asker, assignmentId);
      await assignments.claim(assignmentId, by(asker));
    },
    release: async ({ asker, assignmentId }) => {
      await queue.reached(asker, assignmentId);
      await assignments.release(assignmentId, by(asker));
    },
    handOn: async ({ asker, assignmentId, body }) => {
      await queue.reached(asker, assignmentId);
      await assignments.handOn(assignmentId, body.personId, by(asker));
    },
  }),
);

const by = ({ held, personId }: Asker): ActsOnAssignment => ({
  personId,
  manages: scopeOf('sampling.manage', held, personId).kind === 'all',
});
