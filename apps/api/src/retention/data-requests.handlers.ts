import { dataRequestsRoutes, type DataRequestDetail } from '#contracts';
import { type Asker } from '#people';
import { DataRequests } from '#retention';
import { implement } from '../routes/implement.js';
import { DataRequestsQuery } from './data-requests.query.js';

/** What persons who were recorded ask for: their recordings, their erasure, or that consent be taken back. */
export const dataRequestsHandlers = implement(
  dataRequestsRoutes,
  [DataRequestsQuery, DataRequests],
  (query, requests) => {
    /** Only what may be seen can be changed; the answer is what it is afterwards. */
    const changed = async (
      asker: Asker,
      requestId: string,
      change: () => Promise<void>,
    ): Promise<DataRequestDetail> => {
      await query.detail(asker, requestId);
      await change();
      return query.detail(asker, requestId);
    };
    return {
      list: async ({ asker }) => ({ requests: await query.list(asker) }),
      register: async ({ asker, body: order }) => {
        const requestId = await requests.register(order, asker.personId);
        return query.detail(asker, requestId);
      },
      detail: ({ asker, requestId }) => query.detail(asker, requestId),
      propose: ({ asker, requestId, body: { proposal, reason } }) =>
        changed(asker, requestId, () => requests.propose(requestId, proposal, reason, asker.personId)),
      decide: ({ asker, requestId, body: { decision } }) =>
        changed(asker, requestId, () => requests.decide(requestId, decision, asker.personId)),
    };
  },
);
