import { z } from 'zod';
import { bilingualSchema, inWords } from '../language.js';
import { plainText } from '../plain-text.js';
import {
  grantActionSchema,
  grantedRoleSchema,
  grantPurposeSchema,
  grantScopeSchema,
  renditionSchema,
  standingGrantStateSchema,
} from '../standing-grants.js';

const reason = plainText().trim().min(3).max(500);

const terms = z.object({
  role: grantedRoleSchema,
  scope: grantScopeSchema,
  /** With `team`. */
  teamId: z.uuid().nullable().default(null),
  /** With `client`. */
  clientId: z.uuid().nullable().default(null),
  purpose: grantPurposeSchema,
  actions: z
    .array(grantActionSchema)
    .min(1)
    .refine((actions) => new Set(actions).size === actions.length, inWords('不能重复', 'must not be repeated')),
  rendition: renditionSchema,
  expiresAt: z.iso.datetime(),
});

export const standingGrantProposalSchema = terms
  .extend({ reason })
  .strict()
  .refine(({ role, scope }) => role !== 'agent' || scope === 'own', {
    ...inWords('坐席的授权只能是本人的通话', 'an agent’s grant opens their own calls only'),
    path: ['scope'],
  })
  .refine(({ scope, purpose }) => (scope === 'own') === (purpose === 'own_call'), {
    ...inWords(
      '范围为本人的通话时，用途也须如此，其他范围则不能',
      'the purpose “own calls” goes with that scope, and with no other',
    ),
    path: ['purpose'],
  })
  .refine(({ scope, actions }) => scope !== 'own' || !actions.includes('listen_live'), {
    ...inWords('本人正在进行的通话不能旁听', 'calls of one’s own that go on are not listened in on'),
    path: ['actions'],
  })
  .refine(({ scope, teamId }) => (scope === 'team') === (teamId !== null), {
    ...inWords('范围为班组时须选择一个班组，其他范围不填', 'name a team with the scope “team”, and with no other'),
    path: ['teamId'],
  })
  .refine(({ scope, clientId }) => (scope === 'client') === (clientId !== null), {
    ...inWords(
      '范围为委托方时须选择一个委托方，其他范围不填',
      'name a client with the scope “client”, and with no other',
    ),
    path: ['clientId'],
  });
export type StandingGrantProposal = z.infer<typeof standingGrantProposalSchema>;

/** `refuse` needs a reason, which who proposed reads. */
export const standingGrantDecisionSchema = z
  .object({ decision: z.enum(['publish', 'refuse']), reason: reason.optional() })
  .strict()
  .refine(
    ({ decision, reason: why }) => decision === 'publish' || why !== undefined,
    inWords('拒绝时请写明理由', 'give a reason for refusing'),
  );
export type StandingGrantDecision = z.infer<typeof standingGrantDecisionSchema>;

export const standingGrantRevocationSchema = z.object({ reason }).strict();

const signature = z.object({ personId: z.uuid(), by: bilingualSchema, at: z.iso.datetime() });

const termsView = z.object({
  role: grantedRoleSchema,
  scope: grantScopeSchema,
  team: bilingualSchema.nullable(),
  client: bilingualSchema.nullable(),
  purpose: grantPurposeSchema,
  actions: z.array(grantActionSchema),
  rendition: renditionSchema,
  expiresAt: z.iso.datetime(),
  /** Why it was proposed; null for grants from before there was a screen. */
  reason: z.string().nullable(),
});
export type StandingGrantTerms = z.infer<typeof termsView>;

export const standingGrantSchema = termsView.extend({
  grantId: z.uuid(),
  code: z.string(),
  state: standingGrantStateSchema,
  proposed: z.object({ personId: z.uuid(), by: bilingualSchema }),
  published: signature,
  revoked: signature.extend({ reason: z.string() }).nullable(),
  /** What was opened under it: playbacks, readings, calls that were listened in on, by how many people, and when last. */
  use: z.object({
    plays: z.number().int(),
    readings: z.number().int(),
    listenings: z.number().int(),
    people: z.number().int(),
    lastAt: z.iso.datetime().nullable(),
  }),
  mayRevoke: z.boolean(),
});
export type StandingGrantView = z.infer<typeof standingGrantSchema>;

export const standingGrantWaitingSchema = termsView.extend({
  proposalId: z.uuid(),
  proposed: signature,
  mine: z.boolean(),
  /** Of the asker’s own, in a small house: from when they may publish it themselves. */
  againFrom: z.iso.datetime().nullable(),
  mayPublish: z.boolean(),
});
export type StandingGrantWaiting = z.infer<typeof standingGrantWaitingSchema>;

/** Every standing grant within reach: those in force first; what waits for a second person; and what may be chosen. */
export const standingGrantListSchema = z.object({
  waiting: z.array(standingGrantWaitingSchema),
  grants: z.array(standingGrantSchema),
  choices: z.object({
    /** Whether the whole company is within reach. */
    company: z.boolean(),
    clients: z.array(z.object({ clientId: z.uuid(), name: bilingualSchema })),
    teams: z.array(z.object({ teamId: z.uuid(), name: bilingualSchema, client: bilingualSchema })),
  }),
  /** Roles that people hold and for which no grant is in force: those hear and read nothing. */
  without: z.array(grantedRoleSchema),
});
export type StandingGrantList = z.infer<typeof standingGrantListSchema>;
