import { serviceTokensRoutes } from '#contracts';
import { ServiceTokens } from '#people';
import { apiRefusals } from '../refusals.js';
import { implement } from '../routes/implement.js';
import { ServiceTokenQuery } from './service-token.query.js';

export const serviceTokensHandlers = implement(
  serviceTokensRoutes,
  [ServiceTokens, ServiceTokenQuery],
  (tokens, query) => ({
    list: ({ asker }) => query.list(asker),
    ask: ({ asker, body }) => tokens.ask(asker, body),
    confirm: async ({ asker, serviceTokenId }) => {
      if (!(await tokens.confirm(serviceTokenId, asker))) throw apiRefusals.not_found();
    },
    revoke: async ({ asker, serviceTokenId }) => {
      if (!(await tokens.revoke(serviceTokenId, asker))) throw apiRefusals.not_found();
    },
  }),
);
