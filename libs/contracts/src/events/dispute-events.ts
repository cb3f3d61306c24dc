import { z } from 'zod';
import { disputeStageSchema } from '../disputes.js';
import { event } from './event.js';

const id = z.uuid();

/** What the journal says of disputes. */
export const disputeEvents = {
  'dispute.filed': event(
    '{{who}} 提出申诉 {{ref}}',
    '{{who}} filed dispute {{ref}}',
    { disputeId: id, legId: id, checklistId: z.string(), itemId: z.string() },
    {
      ofCall: true,
    },
  ),
  /** `scorecardId`: the card that granting it filed. */
  'dispute.granted': event(
    '{{who}} 同意申诉 {{ref}}，更改结果',
    '{{who}} granted dispute {{ref}}',
    { disputeId: id, legId: id, stage: disputeStageSchema, scorecardId: id },
    { ofCall: true },
  ),
  'dispute.kept': event(
    '{{who}} 对申诉 {{ref}} 维持原结果',
    '{{who}} upheld the result that dispute {{ref}} contests',
    { disputeId: id, legId: id, stage: disputeStageSchema },
    { ofCall: true },
  ),
  /** Kept before keeping made a result a person's; `changed`: the agent sees another score by it. */
  'dispute.kept_filed': event(
    '申诉 {{ref}} 此前维持的结果记为人的判断',
    'What dispute {{ref}} kept before is filed as a person’s judgement',
    { disputeId: id, legId: id, scorecardId: id, changed: z.boolean() },
    {
      ofCall: true,
    },
  ),
  'dispute.escalated': event(
    '{{who}} 将申诉 {{ref}} 提请质检经理决定',
    '{{who}} took dispute {{ref}} on to a quality manager',
    { disputeId: id, legId: id },
    { ofCall: true },
  ),
  'dispute.withdrawn': event(
    '{{who}} 撤回申诉 {{ref}}',
    '{{who}} withdrew dispute {{ref}}',
    { disputeId: id, legId: id },
    { ofCall: true },
  ),
  /** Two people gave the call to another agent: it sleeps, and keeps the sound, until the call is put back or a second person closes it. */
  'dispute.suspended': event(
    '通话改为另一位坐席接听，申诉 {{ref}} 暂停',
    'Dispute {{ref}} is paused: the call is another agent’s',
    { disputeId: id, legId: id },
    { ofCall: true },
  ),
  'dispute.resumed': event(
    '通话改回原坐席，申诉 {{ref}} 恢复',
    'Dispute {{ref}} goes on: the call was put back to its agent',
    { disputeId: id, legId: id },
    {
      ofCall: true,
    },
  ),
  'dispute.closed': event(
    '{{who}} 结束申诉 {{ref}}：不是该坐席的通话',
    '{{who}} closed dispute {{ref}}: not this agent’s call',
    { disputeId: id, legId: id },
    { ofCall: true },
  ),
  /** Until corrections took two people: the leg turned out to be another person's, and what was contested ended by it. Still in older journals. */
  'dispute.ended': event(
    '通话段改归他人，申诉 {{ref}} 结束',
    'Dispute {{ref}} ended: the leg is another person’s',
    { disputeId: id, legId: id },
    { ofCall: true },
  ),
};
