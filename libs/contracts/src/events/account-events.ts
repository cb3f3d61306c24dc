import { z } from 'zod';
import { suspensionCauseSchema } from '../roles.js';

const id = z.uuid();
const codeKind = z.enum(['authenticator', 'recovery_code']);

/** What the journal says of signing in, second factors, sessions and tokens. */
export const accountEventSchemas = {
  'account.signed_in': z.object({ secondFactor: codeKind.optional() }),
  'account.sign_in_refused': z.object({ reason: z.enum(['wrong_credentials', 'disabled', 'delayed']) }),
  'account.signed_out': z.object({}),
  /** The password was right; the code of the second factor is owed. */
  'account.second_factor_asked': z.object({}),
  /** A password or a code, asked for again of somebody signed in, was not right. */
  'account.proof_refused': z.object({
    reason: z.enum(['wrong_password', 'wrong_code', 'spent_code', 'delayed']),
    signedIn: z.boolean(),
  }),
  'account.stepped_up': z.object({ by: z.enum(['password', 'authenticator', 'recovery_code']) }),
  'account.password_changed': z.object({ sessionsEnded: z.number().int() }),
  'account.sessions_ended': z.object({ sessions: z.number().int() }),
  'second_factor.enabled': z.object({ accountId: id, sessionsEnded: z.number().int() }),
  'second_factor.disabled': z.object({ accountId: id }),
  'second_factor.removed': z.object({ accountId: id, sessionsEnded: z.number().int() }),
  'recovery_codes.renewed': z.object({ accountId: id }),
  'token.created': z.object({
    tokenId: id,
    accountId: id,
    scopes: z.array(z.string()),
    teamIds: z.array(id).nullable(),
    expiresAt: z.iso.datetime(),
  }),
  'token.revoked': z.object({ tokenId: id, accountId: id }),
  'account.created': z.object({ accountId: id }),
  'account.invited': z.object({ accountId: id, invitationId: id }),
  'account.invitation_revoked': z.object({ accountId: id, invitationId: id }),
  'account.invitation_refused': z.object({
    accountId: id,
    invitationId: id,
    reason: z.enum(['wrong_code', 'expired']),
  }),
  'account.opened': z.object({ accountId: id, invitationId: id }),
  'account.closed': z.object({ accountId: id }),
  /** Content and approver rights of the person wait until a second person has confirmed who has the account. No actor: the command on the machine. */
  'rights.suspended': z.object({ suspensionId: id, accountId: id, personId: id, cause: suspensionCauseSchema }),
  'rights.confirmed': z.object({ suspensionId: id, accountId: id, personId: id }),
} as const;
