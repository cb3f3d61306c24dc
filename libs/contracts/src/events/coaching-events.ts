import { z } from 'zod';
import { bestCallEndSchema, evaluationEndSchema } from '../coaching.js';
import { event, eyes } from './event.js';

const id = z.uuid();
const session = { coachingId: id, personId: id };
const ofBestCall = { bestCallId: id, legId: id, recordingId: id, personId: id };
const ofLeg = { coachingId: id, evaluationId: id, legId: id };

/** What the journal says of coaching: who did what and when; nothing that people wrote. A draft is in no call's history: the agent reads that. */
export const coachingEvents = {
  'coaching.prepared': event(
    '{{who}} 为 {{whom}} 准备辅导 {{ref}}',
    '{{who}} prepared coaching {{ref}} for {{whom}}',
    session,
  ),
  'coaching.discarded': event(
    '{{who}} 放弃为 {{whom}} 准备的辅导草稿',
    '{{who}} discarded a draft of coaching for {{whom}}',
    session,
  ),
  'coaching.moment_added': event('{{who}} 为辅导 {{ref}} 添加片段', '{{who}} added a moment to coaching {{ref}}', {
    coachingId: id,
    momentId: id,
    legId: id,
  }),
  'coaching.moment_removed': event('{{who}} 从辅导 {{ref}} 移除片段', '{{who}} took a moment out of coaching {{ref}}', {
    coachingId: id,
    momentId: id,
    legId: id,
  }),
  'coaching.shared': event('{{who}} 将辅导 {{ref}} 分享给 {{whom}}', '{{who}} shared coaching {{ref}} with {{whom}}', {
    ...session,
    moments: z.number().int(),
  }),
  'coaching.changed': event('{{who}} 修改辅导 {{ref}} 的内容', '{{who}} changed what coaching {{ref}} says', {
    coachingId: id,
  }),
  'coaching.answered': event('{{who}} 答复辅导 {{ref}}', '{{who}} answered coaching {{ref}}', session),
  'coaching.acknowledged': event(
    '{{who}} 确认已阅读辅导 {{ref}}',
    '{{who}} said that they have read coaching {{ref}}',
    session,
  ),
  'coaching.closed': event('{{who}} 结束辅导 {{ref}}', '{{who}} closed coaching {{ref}}', session),
  'coaching.goal_set': event(
    '{{who}} 在辅导 {{ref}} 中为 {{whom}} 设定目标',
    '{{who}} set a goal for {{whom}} in coaching {{ref}}',
    { ...session, goalId: id, shared: z.boolean() },
  ),
  'coaching.goal_ended': event('{{who}} 结束辅导 {{ref}} 的一个目标', '{{who}} ended a goal of coaching {{ref}}', {
    ...session,
    goalId: id,
    shared: z.boolean(),
  }),
  /** From here on the result is withheld from the agent. */
  'evaluation.begun': event(
    '请坐席先自评（辅导 {{ref}}），结果暂不向其显示，至 {{until|time}}',
    'The agent is to score this call first (coaching {{ref}}): its result is withheld from them until {{until|time}}',
    { ...ofLeg, checklistId: z.string(), until: z.iso.datetime() },
    { ofCall: true },
  ),
  'evaluation.submitted': event(
    '{{who}} 提交自评（辅导 {{ref}}），回答 {{answers}} 项',
    '{{who}} scored their own call (coaching {{ref}}): {{answers}} answered',
    { ...ofLeg, answers: z.number().int() },
    { ofCall: true },
  ),
  'best_call.nominated': event(
    '{{who}} 推荐范例 {{ref}}，等待坐席同意',
    '{{who}} nominated best call {{ref}}; its agent is asked',
    ofBestCall,
    { ofCall: true },
  ),
  'best_call.agreed': event(
    '{{who}} 同意发布范例 {{ref}}',
    '{{who}} agreed that best call {{ref}} is published',
    ofBestCall,
    { ofCall: true },
  ),
  'best_call.published': event(
    '{{who}} 发布范例 {{ref}}',
    '{{who}} published best call {{ref}}',
    { ...ofBestCall, ...eyes },
    {
      ofCall: true,
    },
  ),
  'best_call.ended': event(
    '范例 {{ref}} 结束，不再可听',
    'Best call {{ref}} ended and is heard no more',
    { ...ofBestCall, why: bestCallEndSchema },
    { ofCall: true },
  ),
  /** Without the agent's answers; the result is shown again. */
  'evaluation.ended': event(
    '自评结束（辅导 {{ref}}），结果重新向坐席显示',
    'The agent need not score this call any more (coaching {{ref}}): its result is shown again',
    { ...ofLeg, why: evaluationEndSchema },
    { ofCall: true },
  ),
};
