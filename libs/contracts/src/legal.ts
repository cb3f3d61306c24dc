import { z } from 'zod';

/** Why recordings are asked for. */
export const legalPurposeSchema = z.enum(['quality', 'dispute', 'evidence', 'compliance', 'subject_access']);
export type LegalPurpose = z.infer<typeof legalPurposeSchema>;

/** What is asked for: to hear, to read, or to take the evidence out of the product. */
export const legalActionSchema = z.enum(['listen', 'transcript', 'evidence_export']);
export type LegalAction = z.infer<typeof legalActionSchema>;

/** What one request may ask for: one of these, or to hear and to take out what was heard. */
export const askedActionSchema = z.enum([...legalActionSchema.options, 'listen_and_export']);
export type AskedAction = z.infer<typeof askedActionSchema>;

/** The grants that a request gives when all that it asks for is approved, one for each. */
export const ACTIONS_ASKED: Record<AskedAction, readonly LegalAction[]> = {
  listen: ['listen'],
  transcript: ['transcript'],
  evidence_export: ['evidence_export'],
  listen_and_export: ['listen', 'evidence_export'],
};

/** How many different people have to agree: for the whole request as many as the strictest of what it asks for takes. */
export const APPROVALS_NEEDED: Record<AskedAction, number> = {
  listen: 1,
  transcript: 1,
  evidence_export: 2,
  listen_and_export: 2,
};

/**
 * Where a request is. `approved`: its grant exists, and says itself whether it still holds. `opened`: by break-glass, and owed a review;
 * `reviewed`: had it.
 */
export const legalRequestStateSchema = z.enum([
  'draft',
  'submitted',
  'asked_back',
  'answered',
  'approved',
  'rejected',
  'expired',
  'withdrawn',
  'opened',
  'reviewed',
]);
export type LegalRequestState = z.infer<typeof legalRequestStateSchema>;

/** `approve_listening`: of a request to listen and export the listening alone, which takes one approver. */
export const legalDecisionKindSchema = z.enum(['approve', 'approve_listening', 'reject', 'ask_back']);
export type LegalDecisionKind = z.infer<typeof legalDecisionKindSchema>;

/** A step of a request's life. `approved_by_one`: and another has to agree; `approved_listening`: without the export that was asked for. */
export const legalEventActionSchema = z.enum([
  'submitted',
  'approved_by_one',
  'approved',
  'approved_listening',
  'rejected',
  'asked_back',
  'answered',
  'withdrawn',
  'expired',
  'revoked',
  'used_up',
  'opened',
  'reviewed',
]);
export type LegalEventAction = z.infer<typeof legalEventActionSchema>;

/** Why an approver may not decide. `own_team`: a member of their team was recorded; `deputy_for_both`: the other of a deputy and the person who is away has a part in it; `needs_a_day`: in a small house, where the same person decided less than a day ago. */
export const legalDecisionRefusalSchema = z.enum([
  'no_permission',
  'not_waiting',
  'own_request',
  'own_call',
  'own_team',
  'decided_already',
  'deputy_for_both',
  'needs_a_day',
]);
export type LegalDecisionRefusal = z.infer<typeof legalDecisionRefusalSchema>;

/** `suspended`: an approver or the requester no longer holds the right to it. */
export const requestGrantStateSchema = z.enum(['active', 'used_up', 'expired', 'revoked', 'suspended']);
export type RequestGrantState = z.infer<typeof requestGrantStateSchema>;

/** What an emergency opens at most: recordings, plays of all of them together, and minutes. The masked copy, to listen, and nothing else. */
export const BREAK_GLASS_MOST = { recordings: 20, plays: 10, minutes: 240 } as const;

/** What the later review of an emergency opening found. `not_justified` ends the grant where it still holds. */
export const breakGlassOutcomeSchema = z.enum(['justified', 'not_justified']);
export type BreakGlassOutcome = z.infer<typeof breakGlassOutcomeSchema>;
