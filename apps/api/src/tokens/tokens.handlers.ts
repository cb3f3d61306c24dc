import { tokensRoutes, serviceTokensRoutes } from '#contracts';
import { TokenService, ServiceTokens } from '#people';
import { implement } from '../routes/implement.js';
import { TokenQuery } from './token.query.js';
import { apiRefusals } from '../refusals.js';
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

export const tokensHandlers = implement(tokensRoutes, [TokenService, TokenQuery], (tokens, query) => ({
  own: ({ asker }) => query.own(asker),
  create: ({ asker, body }) => tokens.create(asker, body),
  revokeOwn: async ({ asker, tokenId }) => {
    if (!(await tokens.revoke(tokenId, asker.accountId, asker.personId))) throw apiRefusals.not_found();
  },
  all: () => query.all(),
  revoke: async ({ asker: { personId }, tokenId }) => {
    if (!(await tokens.revoke(tokenId, null, personId))) throw apiRefusals.not_found();
  },
}));
