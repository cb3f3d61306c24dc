import { z } from 'zod';

/** Roles that hear or read recordings by an ordinary right; what others open, legal approves request by request. */
export const GRANTED_ROLES = ['agent', 'supervisor', 'quality_analyst', 'quality_manager'] as const;
export const grantedRoleSchema = z.enum(GRANTED_ROLES);

/**
 * Which legs a standing grant opens: the person's own, those of one team, of one client's teams, or of the whole company. Never more than
 * the role reaches.
 */
export const grantScopeSchema = z.enum(['own', 'team', 'client', 'company']);
export type GrantScope = z.infer<typeof grantScopeSchema>;

export const grantPurposeSchema = z.enum(['quality', 'coaching', 'own_call']);
export type GrantPurpose = z.infer<typeof grantPurposeSchema>;

/** `listen`: the sound of recordings. `read`: the words. `listen_live`: calls while they go on. */
export const grantActionSchema = z.enum(['listen', 'read', 'listen_live']);
export type GrantAction = z.infer<typeof grantActionSchema>;

export const renditionSchema = z.enum(['masked', 'original']);

/** `ending`: within the next fourteen days. */
export const standingGrantStateSchema = z.enum(['live', 'ending', 'expired', 'revoked']);
export type StandingGrantState = z.infer<typeof standingGrantStateSchema>;

/** So many days before its end the people whom a grant concerns are told. */
export const GRANT_ENDING_DAYS = 14;
/** The longest that a grant lasts: then two people look at it again. */
export const LONGEST_STANDING_DAYS = 366;

export const grantProposalStateSchema = z.enum(['waiting', 'published', 'refused', 'withdrawn']);
export type GrantProposalState = z.infer<typeof grantProposalStateSchema>;
