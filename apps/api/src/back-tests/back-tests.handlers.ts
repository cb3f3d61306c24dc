import { backTestsRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
import { BackTestQuery } from './back-test.query.js';
import { FlipsQuery } from './flips.query.js';
import { RunDesk } from './run-desk.service.js';
import { RunQuery } from './run.query.js';

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
