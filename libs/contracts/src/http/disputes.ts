import { z } from 'zod';
import { checklistIdSchema } from '../checklist.js';
import { disputeStageSchema } from '../disputes.js';
import { bilingualSchema, inWords, languageSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import { outcomeSchema } from '../scoring.js';
import { agentRefSchema } from './call-legs.js';
import { rateSchema } from './calls.js';

/** Why an agent contests an item. `other` needs words beside it. */
export const disputeReasonSchema = z.enum([
  'words_misheard',
  'meaning_misread',
  'said_elsewhere',
  'fact_wrong',
  'does_not_apply',
  'not_in_my_power',
  'other',
]);
export type DisputeReason = z.infer<typeof disputeReasonSchema>;

/** Why a dispute was decided as it was; which reasons go with which decision: `DECISION_REASONS`. `other` needs words beside it. */
export const decisionReasonSchema = z.enum([
  'agent_is_right',
  'words_misheard',
  'fact_wrong',
  'does_not_apply',
  'checklist_is_clear',
  'not_said',
  'no_new_grounds',
  'other',
]);
export type DecisionReason = z.infer<typeof decisionReasonSchema>;

export const DECISION_REASONS = {
  granted: ['agent_is_right', 'words_misheard', 'fact_wrong', 'does_not_apply', 'other'],
  kept: ['not_said', 'checklist_is_clear', 'no_new_grounds', 'other'],
} as const satisfies Record<string, readonly DecisionReason[]>;

/** What an item can be instead; that a person cannot tell is no claim. */
const claimedOutcomeSchema = outcomeSchema.exclude(['insufficient']);

const ownWords = plainText().trim().min(1).max(1000).optional();

export const newDisputeSchema = z
  .object({
    legId: z.uuid(),
    checklistId: checklistIdSchema,
    itemId: z.string().max(80),
    /** The card that was on the screen. Where another is shown by now, nothing is filed. */
    basedOn: z.uuid(),
    wanted: claimedOutcomeSchema,
    reason: disputeReasonSchema,
    note: ownWords,
    /** Where in the recording to listen, milliseconds. */
    atMs: z.number().int().nonnegative().max(2_147_483_647).optional(),
  })
  .strict()
  .refine(({ reason, note }) => reason !== 'other' || note !== undefined, {
    path: ['note'],
    ...inWords('选择“其他”时请写明原因', 'other needs a reason in words'),
  });
export type NewDispute = z.infer<typeof newDisputeSchema>;

/** `granted`: the item becomes `outcome`. `kept`: it stays as it is. */
export const newDisputeDecisionSchema = z
  .object({
    /** The stage that was on the screen. */
    stage: disputeStageSchema,
    decision: z.enum(['granted', 'kept']),
    /** The card that was on the screen. Where another is shown by now, nothing is decided. */
    basedOn: z.uuid(),
    /** Needed with `granted`: the new result. */
    outcome: claimedOutcomeSchema.optional(),
    reason: decisionReasonSchema,
    note: ownWords,
  })
  .strict()
  .refine(({ decision, reason }) => (DECISION_REASONS[decision] as readonly string[]).includes(reason), {
    path: ['reason'],
    ...inWords('这个原因与决定不符', 'this reason does not go with the decision'),
  })
  .refine(({ decision, outcome }) => decision !== 'granted' || outcome !== undefined, {
    path: ['outcome'],
    ...inWords('同意申诉时请选择新的结果', 'a granted dispute needs the new result'),
  })
  .refine(({ reason, note }) => reason !== 'other' || note !== undefined, {
    path: ['note'],
    ...inWords('选择“其他”时请写明原因', 'other needs a reason in words'),
  })
  .refine(({ decision, note }) => decision !== 'kept' || note !== undefined, {
    path: ['note'],
    ...inWords('维持原结果时请写明理由', 'keeping the result needs a reason in words'),
  });
export type NewDisputeDecision = z.infer<typeof newDisputeDecisionSchema>;

export const disputeEscalationSchema = z.object({ note: ownWords }).strict();
export type DisputeEscalation = z.infer<typeof disputeEscalationSchema>;

/**
 * `open`: it waits for a decision. `answered`: a supervisor kept the result and the agent may still go on. `granted`, `kept`, `withdrawn`:
 * it is over. `asleep`: the call is another agent's now; put back to who filed it, it is open again with the time that was left. `not_theirs`: a
 * second person closed it as not this agent's call.
 */
export const disputeStateSchema = z.enum([
  ...(['open', 'answered', 'granted', 'kept', 'withdrawn'] as const),
  ...(['asleep', 'not_theirs'] as const),
]);
export type DisputeState = z.infer<typeof disputeStateSchema>;

export const disputeDecisionSchema = z.object({
  stage: disputeStageSchema,
  decision: z.enum(['granted', 'kept']),
  outcome: outcomeSchema.nullable(),
  reason: decisionReasonSchema,
  /** null where there was none, and once the recording is destroyed. */
  note: z.string().nullable(),
  by: bilingualSchema,
  at: z.iso.datetime(),
});

/** What the asker may do with a dispute now. */
export const disputeActSchema = z.enum(['decide', 'escalate', 'withdraw', 'close']);
export type DisputeAct = z.infer<typeof disputeActSchema>;

export const disputeSchema = z.object({
  disputeId: z.uuid(),
  /** `DS-0001`. */
  code: z.string(),
  callId: z.uuid(),
  legId: z.uuid(),
  /** The leg's place in its call, from 1. */
  leg: z.number().int(),
  startedAt: z.iso.datetime(),
  language: languageSchema.nullable(),
  customer: z.string().nullable(),
  agent: agentRefSchema,
  checklist: z.object({ id: z.string(), title: bilingualSchema }),
  itemId: z.string(),
  title: bilingualSchema,
  /** Who contested it: the leg can be another agent's since. */
  filedBy: bilingualSchema,
  /** The card that gave the contested result. */
  scorecardId: z.uuid(),
  /** The result that is contested, and who gave it; null for the machine. */
  was: outcomeSchema,
  judgedBy: bilingualSchema.nullable(),
  wanted: outcomeSchema,
  /** The card that is shown now, and its result of the item. */
  now: z.object({ scorecardId: z.uuid(), outcome: outcomeSchema.nullable() }),
  reason: disputeReasonSchema,
  note: z.string().nullable(),
  /** What the agent added when they went on to the quality manager. */
  escalationNote: z.string().nullable(),
  atMs: z.number().int().nullable(),
  filedAt: z.iso.datetime(),
  state: disputeStateSchema,
  stage: disputeStageSchema,
  /** Open: when the decision is due. Answered: until when the agent may go on. Otherwise null. */
  dueAt: z.iso.datetime().nullable(),
  decisions: z.array(disputeDecisionSchema),
  may: z.array(disputeActSchema),
});
export type DisputeView = z.infer<typeof disputeSchema>;

export const disputeListQuerySchema = z.object({
  /** `waiting`: open, what is due first. `mine`: filed by the asker. `all`: these too, and what was decided or withdrawn, the latest first. */
  show: z.enum(['waiting', 'mine', 'all']).default('waiting'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type DisputeListQuery = z.infer<typeof disputeListQuerySchema>;

export const disputeListSchema = z.object({
  items: z.array(disputeSchema),
  nextCursor: z.string().nullable(),
});
export type DisputeList = z.infer<typeof disputeListSchema>;

/** The disputes of a call, and which results of the cards that are shown the asker may contest, and until when. */
export const callDisputesSchema = z.object({
  items: z.array(disputeSchema),
  open: z.array(z.object({ scorecardId: z.uuid(), itemId: z.string(), until: z.iso.datetime() })),
});
export type CallDisputes = z.infer<typeof callDisputesSchema>;

export const contestedItemSchema = z.object({
  checklist: z.object({ id: z.string(), title: bilingualSchema }),
  itemId: z.string(),
  title: bilingualSchema,
  filed: z.number().int(),
  decided: z.number().int(),
  granted: z.number().int(),
  /** The share of decided disputes that were granted, with its 95 % interval; null before one is decided. */
  rate: rateSchema.nullable(),
  /** The latest granted ones. */
  examples: z.array(
    z.object({ disputeId: z.uuid(), callId: z.uuid(), leg: z.number().int(), atMs: z.number().int().nullable() }),
  ),
});
export const contestedItemsSchema = z.object({ items: z.array(contestedItemSchema) });
export type ContestedItems = z.infer<typeof contestedItemsSchema>;

export const contestedQuerySchema = z.object({ days: z.coerce.number().int().min(1).max(366).default(90) });
