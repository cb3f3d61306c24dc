import { rescoresRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
import { RunDesk } from './run-desk.service.js';
import { RunQuery } from './run.query.js';

/** Scoring the calls of a period again, after a new checklist, lexicon or company profile. */
export const rescoresHandlers = implement(rescoresRoutes, [RunDesk, RunQuery], (desk, runs) => ({
  list: ({ asker }) => runs.list(asker, 'rescore'),
  ask: ({ asker, body }) => desk.rescore(asker, body),
  one: ({ asker, runId }) => runs.one(asker, 'rescore', runId),
  cancel: ({ asker, runId }) => desk.cancel(asker, 'rescore', runId),
}));
