import { legalRequestsRoutes, breakGlassRoutes, legalCasesRoutes } from '#contracts';
import { LegalRequests, LegalCases } from '#legal';
import { implement } from '../routes/implement.js';
import { LegalRequestsQuery } from './legal-requests.query.js';
import { RequestDesk } from './request-desk.service.js';
import { RequestScope } from './request-scope.js';
import { EmergencyDesk } from './emergency-desk.service.js';
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

/** Opening recordings in an emergency, and reviewing it afterwards. */
export const breakGlassHandlers = implement(breakGlassRoutes, [EmergencyDesk], (desk) => ({
  terms: ({ asker }) => desk.terms(asker),
  open: ({ asker, requestId, body: { words } }) => desk.open(asker, requestId, words),
  review: ({ asker, requestId, body }) => desk.review(asker, requestId, body),
}));

/** Asking for recordings, and deciding who gets them. */
export const legalRequestsHandlers = implement(
  legalRequestsRoutes,
  [LegalRequestsQuery, LegalRequests, RequestScope, RequestDesk],
  (legalRequestsQuery, requests, scope, desk) => ({
    list: ({ asker, query }) => legalRequestsQuery.list(asker, query),
    preview: ({ asker, body: { filters } }) => scope.preview(asker, filters),
    draft: async ({ asker, body }) => legalRequestsQuery.one(asker, await requests.draft(body, asker.personId)),
    one: ({ asker, requestId }) => legalRequestsQuery.one(asker, requestId),
    recordings: ({ asker, requestId }) => legalRequestsQuery.recordings(asker, requestId),
    change: async ({ asker, requestId, body }) => {
      await requests.change(requestId, body, asker.personId);
      return legalRequestsQuery.one(asker, requestId);
    },
    submit: async ({ asker, requestId }) => {
      await requests.submit(requestId, asker.personId, (tx, { filter }) => scope.list(tx, asker, filter));
      return legalRequestsQuery.one(asker, requestId);
    },
    answer: async ({ asker, requestId, body: { words } }) => {
      await requests.answer(requestId, words, asker.personId);
      return legalRequestsQuery.one(asker, requestId);
    },
    withdraw: async ({ asker, requestId }) => {
      await requests.withdraw(requestId, asker.personId);
      return legalRequestsQuery.one(asker, requestId);
    },
    decide: ({ asker, requestId, body }) => desk.decide(asker, requestId, body),
    revoke: ({ asker, requestId, body: { words } }) => desk.revoke(asker, requestId, words),
  }),
);
