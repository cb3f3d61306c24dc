import { tickedCallsRoutes } from '#contracts';
import { implement } from '../../routes/implement.js';
import { TickedDesk } from './ticked-desk.service.js';
import { TickedQuery } from './ticked.query.js';

/** Several calls of the list at once. */
export const tickedCallsHandlers = implement(tickedCallsRoutes, [TickedQuery, TickedDesk], (query, desk) => ({
  preview: ({ asker, body }) => query.preview(asker, body),
  retry: ({ asker, body }) => desk.retry(asker, body.callIds),
  assign: ({ asker, body }) => desk.assign(asker, body),
  swap: ({ asker, body }) => desk.swap(asker, body),
  side: ({ asker, body }) => desk.side(asker, body),
  language: ({ asker, body }) => desk.language(asker, body),
  setAside: ({ asker, body }) => desk.setAside(asker, body),
  takeBack: ({ asker, body }) => desk.takeBack(asker, body.callIds),
  reviewers: ({ asker, body }) => desk.reviewers(asker, body.callIds),
}));
