import { rehearingsRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
import { RehearingQuery } from './rehearing.query.js';
import { RunDesk } from './run-desk.service.js';
import { RunQuery } from './run.query.js';

/** Hearing the calls of a period again, after another engine, model or settings. */
export const rehearingsHandlers = implement(
  rehearingsRoutes,
  [RunDesk, RunQuery, RehearingQuery],
  (desk, runs, rehearings) => ({
    list: ({ asker }) => runs.list(asker, 'rehear'),
    ask: ({ asker, body }) => desk.rehear(asker, body),
    one: ({ asker, runId }) => rehearings.one(asker, runId),
    cancel: ({ asker, runId }) => desk.cancel(asker, 'rehear', runId),
  }),
);
