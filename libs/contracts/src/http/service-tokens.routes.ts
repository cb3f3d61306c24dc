import { newServiceTokenSchema, serviceTokenListSchema } from './service-tokens.js';
import { createdTokenSchema } from './tokens.js';
import { defineRoutes, del, get, post } from './route.js';

/** Tokens of programmes that are no person's: for lists of calls without words, reports and files. Two people give one. */
export const serviceTokensRoutes = defineRoutes('serviceTokens', 'tokens', {
  list: get('/api/v1/service-tokens', {
    summary: 'Tokens of services that are neither revoked nor expired',
    access: { permission: 'tokens.manage', reach: 'company' },
    answer: serviceTokenListSchema,
  }),
  ask: post('/api/v1/service-tokens', {
    summary: 'Asks for a token of a service',
    description: 'It is said this once, and opens nothing until another person has confirmed it.',
    access: { permission: 'tokens.manage', reach: 'company', stepUp: true },
    body: newServiceTokenSchema,
    answer: createdTokenSchema,
    status: 201,
    refusals: ['service_name_taken', 'service_reach_unknown', 'token_address_unreadable'],
  }),
  confirm: post('/api/v1/service-tokens/{serviceTokenId}/confirmation', {
    summary: 'Confirms a token of a service that another person asked for',
    description: 'In force from this moment.',
    access: { permission: 'tokens.manage', reach: 'company', stepUp: true },
    refusals: ['proposer_gone', 'service_needs_another', 'service_token_confirmed', 'needs_a_day'],
  }),
  revoke: del('/api/v1/service-tokens/{serviceTokenId}', {
    summary: 'Ends a token of a service, or takes back that it was asked for',
    description: 'Takes a fresh proof of identity.',
    access: { permission: 'tokens.manage', reach: 'company', stepUp: true },
  }),
});
