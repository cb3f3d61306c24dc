import { z } from 'zod';
import { ACTIONS_ASKED, askedActionSchema, breakGlassOutcomeSchema, legalPurposeSchema } from '../legal.js';
import { event, eventSaid, eyes } from './event.js';

const id = z.uuid();

/** What the journal says of legal cases, requests and grants: ids and closed words; reasons and answers lie beside it. */
export const legalEvents = {
  /** A standing grant: its terms lie beside the journal, with the reasons. */
  'grant.proposed': event('{{who}} 提出常规授权', '{{who}} proposed a standing grant', {
    proposalId: id,
    role: z.string(),
    scope: z.string(),
  }),
  'grant.refused': event('{{who}} 拒绝一项常规授权提议', '{{who}} refused a proposed standing grant', {
    proposalId: id,
  }),
  'grant.withdrawn': event('{{who}} 撤回一项常规授权提议', '{{who}} took a proposed standing grant back', {
    proposalId: id,
  }),
  /** By whom it was proposed, and published by another. */
  'grant.published': event('{{who}} 发布常规授权 {{ref}}', '{{who}} published standing grant {{ref}}', {
    grantId: id,
    role: z.string(),
    approvedBy: id,
    ...eyes,
  }),
  'grant.revoked': event('{{who}} 撤销常规授权 {{ref}}', '{{who}} revoked standing grant {{ref}}', { grantId: id }),
  /** It ends within fourteen days, and no other takes its place. */
  'grant.ending': event('常规授权 {{ref}} 即将到期', 'Standing grant {{ref}} is about to end', { grantId: id }),
  'grant.ended': event('常规授权 {{ref}} 已到期', 'Standing grant {{ref}} ended', { grantId: id }),
  'legal_case.opened': event('{{who}} 立案 {{ref}}', '{{who}} opened case {{ref}}', { caseId: id }),
  'legal_case.closed': event('{{who}} 结案 {{ref}}', '{{who}} closed case {{ref}}', { caseId: id }),
  /** The list of recordings is frozen from here on. */
  'legal_request.submitted': event(
    '{{who}} 提交申请 {{ref}}，共 {{recordings}} 段录音',
    '{{who}} submitted request {{ref}}, recordings: {{recordings}}',
    {
      requestId: id,
      purpose: legalPurposeSchema,
      action: askedActionSchema,
      caseId: id.nullable(),
      recordings: z.number().int(),
    },
  ),
  /** One of two approvers agreed. */
  'legal_request.agreed': event('{{who}} 同意申请 {{ref}}', '{{who}} agreed to request {{ref}}', {
    requestId: id,
    round: z.number().int(),
    ...eyes,
  }),
  /**
   * The last approver agreed, and the grants exist. `action`: what was approved, where an export is a part of it a package is made; `listeningOnly`:
   * an export was asked for beside it, and was not approved.
   */
  'legal_request.approved': eventSaid(
    {
      requestId: id,
      grantId: id,
      exportGrantId: id.optional(),
      action: askedActionSchema,
      listeningOnly: z.boolean().optional(),
      caseId: id.nullable(),
      ...eyes,
    },
    [
      {
        zh: '申请 {{ref}} 只获准收听，由 {{who}} 决定',
        en: 'Request {{ref}} was approved for listening alone, by {{who}}',
        when: ({ listeningOnly }) => listeningOnly === true,
      },
      { zh: '申请 {{ref}} 获准，最后由 {{who}} 同意', en: 'Request {{ref}} was approved, last by {{who}}' },
    ],
    {
      opens: ({ action, requestId }) =>
        ACTIONS_ASKED[action].includes('evidence_export') ? [{ job: 'build-export', subjectId: requestId }] : [],
    },
  ),
  'legal_request.rejected': event('{{who}} 驳回申请 {{ref}}', '{{who}} refused request {{ref}}', { requestId: id }),
  'legal_request.asked_back': event('{{who}} 就申请 {{ref}} 提问', '{{who}} asked about request {{ref}}', {
    requestId: id,
  }),
  'legal_request.answered': event('{{who}} 答复申请 {{ref}}', '{{who}} answered about request {{ref}}', {
    requestId: id,
    round: z.number().int(),
  }),
  'legal_request.withdrawn': event('{{who}} 撤回申请 {{ref}}', '{{who}} withdrew request {{ref}}', { requestId: id }),
  /** No approver decided it in time. */
  'legal_request.expired': event('申请 {{ref}} 无人按时审批，已过期', 'Request {{ref}} was not decided in time', {
    requestId: id,
  }),
  /** Opened in an emergency, without approval: the grant exists, and a review is due. */
  'break_glass.opened': event('{{who}} 紧急打开录音 {{ref}}', '{{who}} opened recordings in an emergency, {{ref}}', {
    requestId: id,
    grantId: id,
    purpose: legalPurposeSchema,
    caseId: id.nullable(),
    recordings: z.number().int(),
    expiresAt: z.iso.datetime(),
    reviewBy: z.iso.datetime(),
  }),
  'break_glass.reviewed': event('{{who}} 复核紧急打开 {{ref}}', '{{who}} reviewed the emergency {{ref}}', {
    requestId: id,
    outcome: breakGlassOutcomeSchema,
    ...eyes,
  }),
  /** It was not reviewed in time: its opener opens nothing more until it is. */
  'break_glass.review_overdue': event('紧急打开 {{ref}} 逾期未复核', 'The emergency {{ref}} was not reviewed in time', {
    requestId: id,
  }),
  'request_grant.revoked': event('{{who}} 撤销 {{ref}} 的授权', '{{who}} revoked the grant of {{ref}}', {
    requestId: id,
    grantId: id,
    exportGrantId: id.optional(),
  }),
  'request_grant.used_up': event('{{ref}} 的授权次数已用完', 'The uses of {{ref}} are spent', {
    requestId: id,
    grantId: id,
  }),
};
