import { z } from 'zod';
import { inWords, bilingualSchema, languageSchema } from '../language.js';
import { proposalStateSchema, reachSchema } from '../company.js';
import { plainText } from '../plain-text.js';
import { roleSchema, suspensionCauseSchema } from '../roles.js';
import { extensionAssignmentSchema, nameInputSchema } from './company.js';

/** `waiting`: not opened, and no code is out. `invited`: a code is out. `closed`: it cannot sign in. */
export const accountStateSchema = z.enum(['waiting', 'invited', 'open', 'closed']);

export const personRowSchema = z.object({
  personId: z.uuid(),
  staffNumber: z.string(),
  name: bilingualSchema,
  team: z.object({ teamId: z.uuid(), name: bilingualSchema }),
  client: z.object({ clientId: z.uuid(), name: bilingualSchema }),
  left: z.boolean(),
  account: z
    .object({
      accountId: z.uuid(),
      username: z.string(),
      state: accountStateSchema,
      /** After failed tries it takes no password and no code until then. */
      lockedUntil: z.iso.datetime().nullable(),
    })
    .nullable(),
  roles: z.array(roleSchema),
  /** Do their rights wait until a second person has confirmed who has the account? */
  suspended: z.boolean(),
});
export type PersonRow = z.infer<typeof personRowSchema>;

export const peopleQuerySchema = z
  .object({
    /** Part of a name or user name, or the beginning of a staff number. */
    search: plainText().trim().max(80).optional(),
    teamId: z.uuid().optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .strict();
export type PeopleQuery = z.infer<typeof peopleQuerySchema>;
export const peopleListSchema = z.object({ items: z.array(personRowSchema), nextCursor: z.string().nullable() });
export type PeopleList = z.infer<typeof peopleListSchema>;

const whoSchema = z.object({ personId: z.uuid(), name: bilingualSchema });

export const roleProposalSchema = z.object({
  proposalId: z.uuid(),
  person: whoSchema.extend({ staffNumber: z.string() }),
  role: roleSchema,
  reach: reachSchema,
  proposedBy: whoSchema,
  proposedAt: z.iso.datetime(),
  state: proposalStateSchema,
  decidedBy: whoSchema.nullable(),
  decidedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  /** The group at the identity provider that it was proposed for; null where a person thought of it. */
  group: z.string().nullable(),
  /** Whether the asker may decide it: neither the proposer nor the person who gets it, and with the right. */
  mayDecide: z.boolean(),
});
export type RoleProposalView = z.infer<typeof roleProposalSchema>;
export const proposalListSchema = z.object({ items: z.array(roleProposalSchema), nextCursor: z.string().nullable() });
export type ProposalList = z.infer<typeof proposalListSchema>;
export const proposalQuerySchema = z
  .object({
    state: proposalStateSchema.optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .strict();
export type ProposalQuery = z.infer<typeof proposalQuerySchema>;

/** Rights that wait until a second person has confirmed that it is the person who has the account. */
export const suspensionSchema = z.object({
  person: whoSchema.extend({ staffNumber: z.string() }),
  cause: suspensionCauseSchema,
  /** null: the command on the machine. */
  causedBy: bilingualSchema.nullable(),
  at: z.iso.datetime(),
  /** Was the account opened since? Before that there is nothing to confirm. */
  opened: z.boolean(),
  /** Whether the asker may confirm: it is open, and they are neither the person nor who caused it, and have the right. */
  mayConfirm: z.boolean(),
});
export type SuspensionView = z.infer<typeof suspensionSchema>;
export const suspensionListSchema = z.object({ items: z.array(suspensionSchema) });
export type SuspensionList = z.infer<typeof suspensionListSchema>;

/** One address and nothing else. Empty or null: told on screen only. */
export const emailSchema = z
  .string()
  .trim()
  .max(254)
  .regex(
    /^[^\s@<>"(),:;\\\p{Cc}]+@[^\s@<>"(),:;\\\p{Cc}]+$/u,
    inWords('应为一个电子邮件地址', 'must be one e-mail address'),
  )
  .nullable();

export const personDetailSchema = personRowSchema.extend({
  /** Where the person is told by mail. */
  email: z.string().nullable(),
  language: languageSchema.nullable(),
  /** The latest lock that an administrator lifted before its time. */
  unlocked: z.object({ at: z.iso.datetime(), by: bilingualSchema, reason: z.string() }).nullable(),
  /** null while signing in takes the password alone. */
  secondFactor: z.object({ accountId: z.uuid(), since: z.iso.datetime() }).nullable(),
  /** Since when the account belongs to a person at the company's identity provider. */
  provider: z.object({ accountId: z.uuid(), since: z.iso.datetime() }).nullable(),
  /** null where there is none. */
  passkeys: z.object({ accountId: z.uuid(), count: z.number().int() }).nullable(),
  invitation: z.object({ expiresAt: z.iso.datetime(), wrongTries: z.number().int() }).nullable(),
  notice: z.object({ version: z.number().int(), at: z.iso.datetime(), language: languageSchema }).nullable(),
  /** `byOnePerson`: in a small house one person gave and approved it. */
  assignments: z.array(reachSchema.extend({ assignmentId: z.uuid(), role: roleSchema, byOnePerson: z.boolean() })),
  proposals: z.array(roleProposalSchema),
  extensions: z.array(extensionAssignmentSchema),
  suspension: suspensionSchema.nullable(),
});
export type PersonDetail = z.infer<typeof personDetailSchema>;

/** Why a lock is lifted: how it is known that it was the person. */
export const unlockSchema = z.object({ reason: plainText().trim().min(3).max(500) }).strict();
export type Unlock = z.infer<typeof unlockSchema>;

const staffNumber = plainText().trim().min(1).max(40);
export const newPersonSchema = z
  .object({ staffNumber, name: nameInputSchema, teamId: z.uuid(), email: emailSchema.default(null) })
  .strict();
export type NewPerson = z.infer<typeof newPersonSchema>;
export const personChangeSchema = z
  .object({
    name: nameInputSchema,
    teamId: z.uuid(),
    /** Left out: stays as it is. */
    email: emailSchema.optional(),
  })
  .strict();
export type PersonChange = z.infer<typeof personChangeSchema>;

/** A name for signing in: what a person can type everywhere, also over the telephone. */
export const usernameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9][a-z0-9._-]{1,39}$/,
    inWords('2 到 40 个小写字母、数字或 . _ -', 'letters a–z, digits, ".", "_" and "-", 2 to 40'),
  );

/** Makes the account if there is none; with one, its password and sessions end. */
export const inviteSchema = z
  .object({ username: usernameSchema.optional(), language: languageSchema.optional() })
  .strict();
export type Invite = z.infer<typeof inviteSchema>;
export const invitationSchema = z.object({
  username: z.string(),
  /** Shown this once; only its hash is kept. */
  code: z.string(),
  expiresAt: z.iso.datetime(),
});
export type InvitationGiven = z.infer<typeof invitationSchema>;

export const newProposalSchema = z
  .object({ personId: z.uuid(), role: roleSchema, teamId: z.uuid().nullable(), clientId: z.uuid().nullable() })
  .strict()
  .refine(
    ({ teamId, clientId }) => teamId === null || clientId === null,
    inWords('班组和委托方只能选一个', 'a team or a client, not both'),
  );
export type NewProposal = z.infer<typeof newProposalSchema>;

export const decisionSchema = z
  .object({
    proposalIds: z.array(z.uuid()).min(1).max(200),
    decision: z.enum(['approve', 'refuse']),
    /** Needed with a refusal. */
    reason: plainText().trim().min(1).max(500).optional(),
  })
  .strict();
export type Decision = z.infer<typeof decisionSchema>;
