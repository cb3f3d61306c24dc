import { backTestsRoutes, rehearingsRoutes, rescoresRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
import { BackTestQuery } from './back-test.query.js';
import { FlipsQuery } from './flips.query.js';
import { RunDesk } from './run-desk.service.js';
import { RunQuery } from './run.query.js';
import { RehearingQuery } from './rehearing.query.js';

/** Scoring the calls of a period again, after a new checklist, lexicon or company profile. */
export const rescoresHandlers = implement(rescoresRoutes, [RunDesk, RunQuery], (desk, runs) => ({
  list: ({ asker }) => runs.list(asker, 'rescore'),
  ask: ({ asker, body }) => desk.rescore(asker, body),
  one: ({ asker, runId }) => runs.one(asker, 'rescore', runId),
  cancel: ({ asker, runId }) => desk.cancel(asker, 'rescore', runId),
}));

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

export const backTestsHandlers = implement(
  backTestsRoutes,
  [RunDesk, RunQuery, BackTestQuery, FlipsQuery],
  (desk, runs, results, flips) => ({
    list: ({ asker }) => runs.list(asker, 'back_test'),
    ask: ({ asker, body }) => desk.backTest(asker, body),
    one: ({ asker, runId }) => results.one(asker, runId),
    flipList: ({ asker, runId, query: filters }) => flips.list(asker, runId, filters),
    cancel: ({ asker, runId }) => desk.cancel(asker, 'back_test', runId),
  }),
);
