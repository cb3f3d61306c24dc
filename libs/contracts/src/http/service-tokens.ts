import { z } from 'zod';
import { bilingualSchema, inWords } from '../language.js';
import { type Permission, permissionSchema } from '../roles.js';
import { defineRoutes, del, get, post } from './route.js';
import { createdTokenSchema, newTokenSchema, tokenRowSchema } from './tokens.js';

/**
 * What a service may do: facts, figures and points, as lists, reports and files. Never words, sound, or anything that changes something
 * (decision 115).
 */
export const SERVICE_SCOPES = ['calls.read', 'reports.read', 'calls.export'] as const satisfies readonly Permission[];
const serviceScopeSchema = permissionSchema.extract(SERVICE_SCOPES);
export type ServiceScope = z.infer<typeof serviceScopeSchema>;

const { name, days, teamIds, addresses } = newTokenSchema.shape;

export const newServiceTokenSchema = z
  .object({
    /** Of the service, as the journal will name it. */
    name,
    scopes: z.array(serviceScopeSchema).min(1),
    days,
    /** Only these teams; with neither these nor a client, the whole company. */
    teamIds,
    /** Only the teams that this client has. */
    clientId: z.uuid().nullable().default(null),
    addresses,
  })
  .strict()
  .refine(({ teamIds: teams, clientId }) => teams === null || clientId === null, {
    path: ['clientId'],
    ...inWords('班组和委托方只能选一种', 'name teams or a client, not both'),
  });
export type NewServiceToken = z.infer<typeof newServiceTokenSchema>;

const who = z.object({ personId: z.uuid(), name: bilingualSchema });

export const serviceTokenSchema = tokenRowSchema.omit({ scopes: true, source: true, createdAt: true }).extend({
  scopes: z.array(serviceScopeSchema),
  client: z.object({ clientId: z.uuid(), name: bilingualSchema }).nullable(),
  /** `without_owner`: the person who asked for it has left, and it opens nothing. */
  state: z.enum(['waiting', 'in_force', 'without_owner']),
  /** Who asked for it, and answers for it. */
  owner: who,
  askedAt: z.iso.datetime(),
  confirmedBy: who.nullable(),
  confirmedAt: z.iso.datetime().nullable(),
  /** In a small house one person stood for both. */
  byOnePerson: z.boolean(),
  /** The asker may confirm it now. */
  mayConfirm: z.boolean(),
});
export type ServiceTokenView = z.infer<typeof serviceTokenSchema>;

export const serviceTokenListSchema = z.object({
  items: z.array(serviceTokenSchema),
  teams: z.array(z.object({ teamId: z.uuid(), name: bilingualSchema })),
  clients: z.array(z.object({ clientId: z.uuid(), name: bilingualSchema })),
});
export type ServiceTokenList = z.infer<typeof serviceTokenListSchema>;

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
