import { sentCallsRoutes } from '#contracts';
import { implement } from '../../routes/implement.js';
import { SentCalls } from './sent-calls.service.js';

export const sentCallsHandlers = implement(sentCallsRoutes, [SentCalls], (sent) => ({
  stages: ({ asker, query: { ids } }) => sent.stages(asker, ids),
}));
