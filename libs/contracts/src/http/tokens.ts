import { z } from 'zod';
import { bilingualSchema, inWords } from '../language.js';
import { plainText } from '../plain-text.js';
import { type Permission, permissionSchema } from '../roles.js';
import { telephonyNameSchema } from '../telephony.js';
import { defineRoutes, del, get, post } from './route.js';

/**
 * What a token may carry. Never `audio.play`, since a play is bound to a person who listens; never a permission that would let a token make
 * or free tokens, give roles or send data elsewhere; `people.provision` proposes roles, which another person gives (ADR 0098). A permission that is added later has to be added here before a token can carry it.
 */
export const TOKEN_SCOPES = [
  'calls.ingest',
  'calls.read',
  'calls.retry',
  'calls.give_up',
  'calls.correct',
  'calls.journal.read',
  'transcripts.read',
  'scorecards.read',
  'processing.read',
  'people.provision',
] as const satisfies readonly Permission[];
export const tokenScopeSchema = permissionSchema.extract(TOKEN_SCOPES);
export type TokenScope = z.infer<typeof tokenScopeSchema>;

/** Scopes that reach calls, which teams can narrow; the others concern the whole company. */
export const TEAM_SCOPES = [
  'calls.read',
  'calls.retry',
  'calls.give_up',
  'calls.correct',
  'calls.journal.read',
  'transcripts.read',
  'scorecards.read',
] as const satisfies readonly TokenScope[];

export const TOKEN_LONGEST_DAYS = 365;

/** An address, or a network as `ADDRESS/BITS`. */
const network = () => plainText().trim().min(2).max(50);

export const newTokenSchema = z
  .object({
    name: plainText().trim().min(1).max(80),
    scopes: z.array(tokenScopeSchema).min(1),
    /** From now; there is no token that never ends. */
    days: z.number().int().min(1).max(TOKEN_LONGEST_DAYS),
    /** Narrows what the account's roles reach to these teams. */
    teamIds: z.array(z.uuid()).min(1).max(50).nullable().default(null),
    /** Only from these addresses or networks. */
    addresses: z.array(network()).min(1).max(20).nullable().default(null),
    /** The telephone system whose calls and records it sends, and no other's: such a token may send alone. */
    source: telephonyNameSchema.nullable().default(null),
  })
  .strict()
  .refine(({ scopes, source }) => source === null || scopes.every((scope) => scope === 'calls.ingest'), {
    path: ['source'],
    ...inWords(
      '限定电话系统的令牌只能上传通话和录音',
      'a token of one telephone system may only send calls and recordings',
    ),
  });
export type NewToken = z.infer<typeof newTokenSchema>;

export const tokenRowSchema = z.object({
  tokenId: z.uuid(),
  name: z.string(),
  /** Its last four characters, to know it by. */
  ending: z.string(),
  scopes: z.array(tokenScopeSchema),
  teams: z.array(z.object({ teamId: z.uuid(), name: bilingualSchema })).nullable(),
  addresses: z.array(z.string()).nullable(),
  source: z.string().nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type TokenRow = z.infer<typeof tokenRowSchema>;

export const tokenListSchema = z.object({
  items: z.array(tokenRowSchema),
  /** What the account may put into a new one now. */
  scopes: z.array(tokenScopeSchema),
  teams: z.array(z.object({ teamId: z.uuid(), name: bilingualSchema })),
});
export type TokenList = z.infer<typeof tokenListSchema>;

/** The token itself, this once. */
export const createdTokenSchema = z.object({ tokenId: z.uuid(), token: z.string() });
export type CreatedToken = z.infer<typeof createdTokenSchema>;

export const ownedTokenSchema = tokenRowSchema.extend({
  owner: z.object({ name: bilingualSchema, staffNumber: z.string(), username: z.string() }),
});
export type OwnedToken = z.infer<typeof ownedTokenSchema>;

export const allTokensSchema = z.object({ items: z.array(ownedTokenSchema) });
export type AllTokens = z.infer<typeof allTokensSchema>;

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
