import { allTokensSchema, createdTokenSchema, newTokenSchema, tokenListSchema } from './tokens.js';
import { defineRoutes, del, get, post } from './route.js';

export const tokensRoutes = defineRoutes('tokens', 'tokens', {
  own: get('/api/v1/account/tokens', {
    summary: 'One’s own tokens, and what a new one may hold',
    access: { signedIn: true },
    answer: tokenListSchema,
  }),
  create: post('/api/v1/account/tokens', {
    summary: 'Makes a token',
    description: 'It is said this once.',
    access: { signedIn: true, stepUp: true },
    body: newTokenSchema,
    answer: createdTokenSchema,
    status: 201,
    refusals: [
      'token_address_unreadable',
      'token_scope_not_held',
      'token_scope_without_teams',
      'token_team_not_held',
      'too_many_tokens',
    ],
  }),
  revokeOwn: del('/api/v1/account/tokens/{tokenId}', {
    summary: 'Revokes a token of one’s own',
    access: { signedIn: true },
  }),
  all: get('/api/v1/tokens', {
    summary: 'All tokens that are neither revoked nor expired',
    access: { permission: 'tokens.manage', reach: 'company' },
    answer: allTokensSchema,
  }),
  revoke: del('/api/v1/tokens/{tokenId}', {
    summary: 'Revokes any account’s token',
    description: 'Takes a fresh proof of identity.',
    access: { permission: 'tokens.manage', reach: 'company', stepUp: true },
  }),
});
