import { z } from 'zod';
import { assignReasonSchema, replacementReasonSchema, retractionReasonSchema } from '../sampling.js';
import { event, eventSaid } from './event.js';

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const day = z.iso.date();

/** A leg that waits for its review, who had it, and who reviews it from then on. Without a draw where a person gave it. */
const OF_REVIEW = {
  ...{ assignmentId: id, drawId: id.optional(), legId: id },
  ...{ fromPersonId: id.optional(), toPersonId: id.optional() },
};

/** What the journal says of draws, so that they can be audited. */
export const samplingEvents = {
  /** `sha256` names what the plan says from then on, for periods that have not begun. */
  'sampling.plan_saved': event(
    '{{who}} 保存抽样计划 {{ref}}（第 {{version}} 版）',
    '{{who}} saved sampling plan {{ref}} (version {{version}})',
    { planId: id, version: z.number().int(), sha256 },
  ),
  'sampling.plan_ended': event('{{who}} 停用抽样计划 {{ref}}', '{{who}} ended sampling plan {{ref}}', { planId: id }),
  /** Before the period begins; the seed itself is in `sampling.drawn`. */
  'sampling.seed_committed': event(
    '抽样计划 {{ref}} 已为 {{fromDay}} 至 {{toDay}} 锁定种子',
    'The seed of sampling plan {{ref}} for {{fromDay}} to {{toDay}} was committed',
    { planId: id, drawId: id, version: z.number().int(), fromDay: day, toDay: day, seedSha256: sha256 },
  ),
  'sampling.seed_withdrawn': event(
    '抽样计划 {{ref}} 撤回 {{fromDay}} 起的种子：计划在此前已修改或停用',
    'The seed of sampling plan {{ref}} from {{fromDay}} was withdrawn: the plan was changed or ended before',
    { planId: id, drawId: id, fromDay: day },
  ),
  'sampling.drawn': event(
    '抽样计划 {{ref}} 从 {{frame}} 段通话中抽取 {{taken}} 段',
    'Sampling plan {{ref}} drew {{taken}} of {{frame}} legs',
    {
      planId: id,
      drawId: id,
      version: z.number().int(),
      seed: sha256,
      frameSha256: sha256,
      frame: z.number().int(),
      notReady: z.number().int(),
      reviewers: z.number().int(),
      taken: z.number().int(),
      picksSha256: sha256,
    },
  ),
  'sampling.replaced': event(
    '{{who}} 更换抽样计划 {{ref}} 抽中的一段通话',
    '{{who}} replaced a call that sampling plan {{ref}} had drawn',
    {
      planId: id,
      drawId: id,
      assignmentId: id,
      byAssignmentId: id,
      legId: id,
      byLegId: id,
      reason: replacementReasonSchema,
    },
    { ofCall: true },
  ),
  'review.assigned': event(
    '抽样计划抽中这通电话，分给一位复核员',
    'A sampling plan drew the call and gave it to a reviewer',
    { assignmentId: id, drawId: id, legId: id, toPersonId: id },
    { ofCall: true },
  ),
  /** A person began to answer a card; published, it is `scorecard.reviewed`. */
  'review.begun': event(
    '{{who}} 开始复核',
    '{{who}} began a review',
    { legId: id, checklistId: z.string() },
    { ofCall: true },
  ),
  'comment.made': event(
    '{{who}} 添加评论',
    '{{who}} commented on the call',
    { commentId: id, legId: id },
    { ofCall: true },
  ),
  /** Not in the history of the call: its agent reads that, and may not see the comment. */
  'comment.mentioned': event('{{who}} 在评论中提及 {{whom}}', '{{who}} mentioned {{whom}} in a comment', {
    commentId: id,
    legId: id,
    mentionId: id,
    personId: id,
  }),
  'comment.edited': event(
    '{{who}} 修改评论',
    '{{who}} edited a comment',
    { commentId: id, legId: id },
    { ofCall: true },
  ),
  'comment.withdrawn': event(
    '{{who}} 撤回评论',
    '{{who}} withdrew a comment',
    { commentId: id, legId: id },
    { ofCall: true },
  ),
  /** Given by a person, and not by a draw. */
  'review.given': event(
    '{{who}} 把这通电话交给一位同事复核',
    '{{who}} gave the call to a colleague to review',
    { assignmentId: id, legId: id, toPersonId: id, reason: assignReasonSchema, tells: z.boolean().optional() },
    // One telling for all that a person gave at once: `tells` is true in one of their entries.
    { ofCall: true },
  ),
  /** What the agent wrote lies beside the journal. */
  'review.acknowledged': event(
    '{{who}} 确认已阅读复核结果',
    '{{who}} said that they have read the review',
    { scorecardId: id, legId: id, checklistId: z.string() },
    { ofCall: true },
  ),
  /** Its card counts no more. */
  'review.retracted': event(
    '{{who}} 撤回已发布的复核',
    '{{who}} retracted a published review',
    { scorecardId: id, legId: id, checklistId: z.string(), reason: retractionReasonSchema },
    { ofCall: true },
  ),
  'review.taken': event('{{who}} 领取复核', '{{who}} took the review', OF_REVIEW, { ofCall: true }),
  'review.given_back': eventSaid(
    { ...OF_REVIEW, because: z.enum(['right_ended']).optional() },
    [
      {
        when: ({ because }) => because === 'right_ended',
        zh: '复核员不再有复核这通电话的权限，复核已放回',
        en: 'The reviewer may no longer judge this call: the review was released',
      },
      { zh: '{{who}} 放回复核', en: '{{who}} released the review' },
    ],
    { ofCall: true },
  ),
  'review.lapsed': event(
    '复核已取消：录音在复核前销毁',
    'The review of the call lapsed: its sound was destroyed first',
    { assignmentId: id, drawId: id.optional(), legId: id },
    { ofCall: true },
  ),
  'review.handed_on': event('{{who}} 把复核转给同事', '{{who}} handed the review on to a colleague', OF_REVIEW, {
    ofCall: true,
  }),
};
