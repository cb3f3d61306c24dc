import { trustRoutes } from '#contracts';
import { TrustQuery } from '#quality';
import { implement } from '../routes/implement.js';
import { AgreementCallsQueries } from './agreement-calls.query.js';

/** How far machine and people agree, and which items give points. */
export const trustHandlers = implement(trustRoutes, [TrustQuery, AgreementCallsQueries], (trust, behind) => ({
  view: () => trust.view(),
  calls: ({ asker, query }) => behind.list(asker, query),
}));
