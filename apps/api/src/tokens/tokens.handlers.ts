import { tokensRoutes } from '#contracts';
import { TokenService } from '#people';
import { implement } from '../routes/implement.js';
import { TokenQuery } from './token.query.js';
import { apiRefusals } from '../refusals.js';

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
