import { holdsRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
import { HoldDesk } from './hold-desk.service.js';
import { HoldsQuery } from './holds.query.js';

/** Legal holds: recordings that are kept in spite of the retention schedule, and why. */
export const holdsHandlers = implement(holdsRoutes, [HoldsQuery, HoldDesk], (query, desk) => ({
  list: async ({ asker, query: { callId } }) => ({ holds: await query.list(asker, callId) }),
  preview: ({ asker, body: scope }) => desk.preview(asker, scope),
  place: ({ asker, body: order }) => desk.place(asker, order),
  detail: ({ asker, holdId }) => query.detail(asker, holdId),
  askRelease: ({ asker, holdId, body: { reason } }) => desk.askRelease(asker, holdId, reason),
  decide: ({ asker, holdId, body: { decision } }) => desk.decide(asker, holdId, decision),
}));
