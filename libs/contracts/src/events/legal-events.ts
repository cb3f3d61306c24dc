import { z } from 'zod';
import { breakGlassOutcomeSchema, legalActionSchema, legalPurposeSchema } from '../legal.js';
import { event } from './event.js';

const id = z.uuid();

/** What the journal says of legal cases, requests and grants: ids and closed words; reasons and answers lie beside it. */
export const legalEvents = {
  /** A standing grant: its terms lie beside the journal, with the reasons. */
  'grant.proposed': event(z.object({ proposalId: id, role: z.string(), scope: z.string() }), {
    says: { zh: '{{who}} 提出常规授权', en: '{{who}} proposed a standing grant' },
  }),
  'grant.refused': event(z.object({ proposalId: id }), {
    says: { zh: '{{who}} 拒绝一项常规授权提议', en: '{{who}} refused a proposed standing grant' },
  }),
  'grant.withdrawn': event(z.object({ proposalId: id }), {
    says: { zh: '{{who}} 撤回一项常规授权提议', en: '{{who}} took a proposed standing grant back' },
  }),
  /** By whom it was proposed, and published by another. */
  'grant.published': event(z.object({ grantId: id, role: z.string(), approvedBy: id }), {
    says: { zh: '{{who}} 发布常规授权 {{ref}}', en: '{{who}} published standing grant {{ref}}' },
  }),
  'grant.revoked': event(z.object({ grantId: id }), {
    says: { zh: '{{who}} 撤销常规授权 {{ref}}', en: '{{who}} revoked standing grant {{ref}}' },
    tells: [{ kind: 'grant_revoked', to: ['grant_legal', 'grant_holders'] }],
  }),
  /** It ends within fourteen days, and no other takes its place. */
  'grant.ending': event(z.object({ grantId: id }), {
    says: { zh: '常规授权 {{ref}} 即将到期', en: 'Standing grant {{ref}} is about to end' },
    tells: [{ kind: 'grant_ending', to: ['grant_legal', 'grant_holders'] }],
  }),
  'grant.ended': event(z.object({ grantId: id }), {
    says: { zh: '常规授权 {{ref}} 已到期', en: 'Standing grant {{ref}} ended' },
    tells: [{ kind: 'grant_ended', to: ['grant_legal', 'grant_holders'] }],
  }),
  'legal_case.opened': event(z.object({ caseId: id }), {
    says: { zh: '{{who}} 立案 {{ref}}', en: '{{who}} opened case {{ref}}' },
  }),
  'legal_case.closed': event(z.object({ caseId: id }), {
    says: { zh: '{{who}} 结案 {{ref}}', en: '{{who}} closed case {{ref}}' },
  }),
  /** The list of recordings is frozen from here on. */
  'legal_request.submitted': event(
    z.object({
      requestId: id,
      purpose: legalPurposeSchema,
      action: legalActionSchema,
      caseId: id.nullable(),
      recordings: z.number().int(),
    }),
    {
      says: {
        zh: '{{who}} 提交申请 {{ref}}，共 {{recordings}} 个录音',
        en: '{{who}} submitted request {{ref}}, recordings: {{recordings}}',
      },
      tells: [{ kind: 'submitted', to: ['deciders'] }],
    },
  ),
  /** One of two approvers agreed. */
  'legal_request.agreed': event(z.object({ requestId: id, round: z.number().int() }), {
    says: { zh: '{{who}} 同意申请 {{ref}}', en: '{{who}} agreed to request {{ref}}' },
    tells: [{ kind: 'agreed', to: ['requester', 'deciders'] }],
  }),
  /** The last approver agreed, and the grant came of it; with `evidence_export` a package may be made under it. */
  'legal_request.approved': event(
    z.object({ requestId: id, grantId: id, action: legalActionSchema, caseId: id.nullable() }),
    {
      says: { zh: '申请 {{ref}} 获准，最后由 {{who}} 同意', en: 'Request {{ref}} was approved, last by {{who}}' },
      opens: ({ action, requestId }) =>
        action === 'evidence_export' ? [{ job: 'build-export', subjectId: requestId }] : [],
      tells: [{ kind: 'approved', to: ['requester', 'decided'] }],
    },
  ),
  'legal_request.rejected': event(z.object({ requestId: id }), {
    says: { zh: '{{who}} 拒绝申请 {{ref}}', en: '{{who}} refused request {{ref}}' },
    tells: [{ kind: 'rejected', to: ['requester', 'decided'] }],
  }),
  'legal_request.asked_back': event(z.object({ requestId: id }), {
    says: { zh: '{{who}} 就申请 {{ref}} 提问', en: '{{who}} asked about request {{ref}}' },
    tells: [{ kind: 'asked_back', to: ['requester'] }],
  }),
  'legal_request.answered': event(z.object({ requestId: id, round: z.number().int() }), {
    says: { zh: '{{who}} 答复申请 {{ref}}', en: '{{who}} answered about request {{ref}}' },
    tells: [{ kind: 'answered', to: ['deciders'] }],
  }),
  'legal_request.withdrawn': event(z.object({ requestId: id }), {
    says: { zh: '{{who}} 撤回申请 {{ref}}', en: '{{who}} withdrew request {{ref}}' },
    tells: [{ kind: 'withdrawn', to: ['deciders'] }],
  }),
  /** Nobody decided it in time. */
  'legal_request.expired': event(z.object({ requestId: id }), {
    says: { zh: '申请 {{ref}} 逾期未决', en: 'Nobody decided request {{ref}} in time' },
    tells: [{ kind: 'expired', to: ['requester', 'deciders'] }],
  }),
  /** Opened in an emergency, without anybody's approval: the grant exists, and a review is owed. */
  'break_glass.opened': event(
    z.object({
      requestId: id,
      grantId: id,
      purpose: legalPurposeSchema,
      caseId: id.nullable(),
      recordings: z.number().int(),
      expiresAt: z.iso.datetime(),
      reviewBy: z.iso.datetime(),
    }),
    {
      says: { zh: '{{who}} 紧急打开录音 {{ref}}', en: '{{who}} opened recordings in an emergency, {{ref}}' },
      tells: [
        { kind: 'opened', to: ['approvers', 'auditors'] },
        { kind: 'team_opened', to: ['supervisors'] },
      ],
    },
  ),
  'break_glass.reviewed': event(z.object({ requestId: id, outcome: breakGlassOutcomeSchema }), {
    says: { zh: '{{who}} 复核紧急打开 {{ref}}', en: '{{who}} reviewed the emergency {{ref}}' },
    tells: [{ kind: 'reviewed', to: ['requester', 'auditors'] }],
  }),
  /** Nobody reviewed it in time: its opener opens nothing more until somebody does. */
  'break_glass.review_overdue': event(z.object({ requestId: id }), {
    says: { zh: '紧急打开 {{ref}} 逾期未复核', en: 'Nobody reviewed the emergency {{ref}} in time' },
    tells: [{ kind: 'review_overdue', to: ['requester', 'approvers', 'auditors'] }],
  }),
  'request_grant.revoked': event(z.object({ requestId: id, grantId: id }), {
    says: { zh: '{{who}} 撤销 {{ref}} 的授权', en: '{{who}} revoked the grant of {{ref}}' },
    tells: [{ kind: 'revoked', to: ['requester', 'decided'] }],
  }),
  'request_grant.used_up': event(z.object({ requestId: id, grantId: id }), {
    says: { zh: '{{ref}} 的授权次数已用完', en: 'The uses of {{ref}} are spent' },
    tells: [{ kind: 'used_up', to: ['requester'] }],
  }),
};
