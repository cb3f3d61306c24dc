import { z } from 'zod';
import { breakGlassOutcomeSchema, legalActionSchema, legalPurposeSchema } from '../legal.js';

const id = z.uuid();

/** What the journal says of legal cases, requests and grants: ids and closed words; reasons and answers lie beside it. */
export const legalEventSchemas = {
  /** A standing grant: its terms lie beside the journal, with the reasons. */
  'grant.proposed': z.object({ proposalId: id, role: z.string(), scope: z.string() }),
  'grant.refused': z.object({ proposalId: id }),
  'grant.withdrawn': z.object({ proposalId: id }),
  /** By whom it was proposed, and published by another. */
  'grant.published': z.object({ grantId: id, role: z.string(), approvedBy: id }),
  'grant.revoked': z.object({ grantId: id }),
  /** It ends within fourteen days, and no other takes its place. */
  'grant.ending': z.object({ grantId: id }),
  'grant.ended': z.object({ grantId: id }),
  'legal_case.opened': z.object({ caseId: id }),
  'legal_case.closed': z.object({ caseId: id }),
  /** The list of recordings is frozen from here on. */
  'legal_request.submitted': z.object({
    requestId: id,
    purpose: legalPurposeSchema,
    action: legalActionSchema,
    caseId: id.nullable(),
    recordings: z.number().int(),
  }),
  /** One of two approvers agreed. */
  'legal_request.agreed': z.object({ requestId: id, round: z.number().int() }),
  /** The last approver agreed, and the grant came of it; with `evidence_export` a package may be made under it. */
  'legal_request.approved': z.object({ requestId: id, grantId: id, action: legalActionSchema, caseId: id.nullable() }),
  'legal_request.rejected': z.object({ requestId: id }),
  'legal_request.asked_back': z.object({ requestId: id }),
  'legal_request.answered': z.object({ requestId: id, round: z.number().int() }),
  'legal_request.withdrawn': z.object({ requestId: id }),
  /** Nobody decided it in time. */
  'legal_request.expired': z.object({ requestId: id }),
  /** Opened in an emergency, without anybody's approval: the grant exists, and a review is owed. */
  'break_glass.opened': z.object({
    requestId: id,
    grantId: id,
    purpose: legalPurposeSchema,
    caseId: id.nullable(),
    recordings: z.number().int(),
    expiresAt: z.iso.datetime(),
    reviewBy: z.iso.datetime(),
  }),
  'break_glass.reviewed': z.object({ requestId: id, outcome: breakGlassOutcomeSchema }),
  /** Nobody reviewed it in time: its opener opens nothing more until somebody does. */
  'break_glass.review_overdue': z.object({ requestId: id }),
  'request_grant.revoked': z.object({ requestId: id, grantId: id }),
  'request_grant.used_up': z.object({ requestId: id, grantId: id }),
} as const;
