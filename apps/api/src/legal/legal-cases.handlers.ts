import { legalCasesRoutes } from '#contracts';
import { LegalCases } from '#legal';
import { implement } from '../routes/implement.js';
import { LegalCasesQuery } from './legal-cases.query.js';

/** The matters that requests, holds and exports are filed under. */
export const legalCasesHandlers = implement(
  legalCasesRoutes,
  [LegalCasesQuery, LegalCases],
  (legalCasesQuery, cases) => ({
    list: ({ asker, query }) => legalCasesQuery.list(asker, query),
    one: ({ asker, caseId }) => legalCasesQuery.one(asker, caseId),
    open: async ({ asker, body }) => legalCasesQuery.one(asker, await cases.open(body, asker.personId)),
    close: async ({ asker, caseId }) => {
      await legalCasesQuery.one(asker, caseId);
      await cases.close(caseId, asker.personId);
      return legalCasesQuery.one(asker, caseId);
    },
  }),
);
