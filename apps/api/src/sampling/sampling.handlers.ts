import { samplingRoutes, progressRoutes } from '#contracts';
import { DrawnAgain, SamplingPlans, WithheldResults } from '#reviews';
import { implement } from '../routes/implement.js';
import { SampledMeansQuery } from './means.query.js';
import { SamplingQuery } from './sampling.query.js';
import { ProgressQueries } from './progress.query.js';

/** How far reviews of drawn calls are. */
export const progressHandlers = implement(progressRoutes, [ProgressQueries], (progressQueries) => ({
  figures: ({ asker, query }) => progressQueries.figures(asker, query),
  legs: ({ asker, query }) => progressQueries.legs(asker, query),
}));

/** How calls are drawn for review, and how a draw is made again. */
export const samplingHandlers = implement(
  samplingRoutes,
  [SamplingQuery, SampledMeansQuery, SamplingPlans, DrawnAgain, WithheldResults],
  (samplingQuery, meansOf, plans, again, withheld) => ({
    list: () => samplingQuery.list(),
    create: async ({ asker, body }) => samplingQuery.plan(await plans.create(body, asker.personId)),
    preview: ({ body }) => plans.preview(body),
    change: async ({ asker, planId, body }) => {
      await plans.change(planId, body.version, body.plan, asker.personId);
      return samplingQuery.plan(planId);
    },
    end: ({ asker, planId }) => plans.end(planId, asker.personId),
    draws: ({ planId, query }) => samplingQuery.draws(planId, query),
    draw: async ({ asker, drawId }) => samplingQuery.draw(drawId, await withheld.of(asker)),
    file: async ({ asker, drawId }) => again.file(drawId, await withheld.of(asker)),
    replay: ({ drawId }) => again.replay(drawId),
    why: async ({ asker, drawId, legId }) => again.why(drawId, legId, await withheld.of(asker)),
    means: ({ asker, query }) => meansOf.list(asker, query.days),
    replace: async ({ asker, assignmentId, body }) => ({
      assignmentId: await again.replace(assignmentId, body, asker.personId),
    }),
  }),
);
