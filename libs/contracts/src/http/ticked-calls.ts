import { z } from 'zod';
import { bilingualSchema, languageSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import { actIdSchema, MOST_CHOSEN, MOST_TICKED } from '../call-filters.js';
import { assignReasonSchema } from '../sampling.js';
import { setAsideReasonSchema } from '../scoring.js';

/** What can be done with several calls of the list at once. A request and a hold are written on their own screens, which these calls are taken to. */
export const tickedActSchema = z.enum([
  ...(['assign', 'request', 'hold', 'export', 'retry'] as const),
  /** Agent and customer are on each other's channel. */
  'swap',
  /** It was never said whose channel is whose. */
  'side',
  /** Another language is spoken than was sent. */
  'language',
  /** There is nothing in it to judge. */
  'set_aside',
]);
export type TickedAct = z.infer<typeof tickedActSchema>;

/** Why something is not done with one of them. `out_of_reach`: the asker may see the call, but their right to do this does not reach it. */
export const whyNotSchema = z.enum([
  'not_there',
  'out_of_reach',
  'nothing_to_retry',
  'being_retried',
  'no_recording',
  'destroyed',
  'not_scored',
  'no_sound',
  'own_call',
  'cannot_review',
  'assigned_already',
  'one_channel',
  'sides_unknown',
  'sides_known',
  'same_language',
  'does_not_wait',
  'claimed',
  'disputed',
  'correction_waits',
  'takes_two',
]);
export type WhyNot = z.infer<typeof whyNotSchema>;

const callIds = z.array(z.uuid()).min(1).max(MOST_TICKED);
const leftOut = z.object({ callId: z.uuid(), because: whyNotSchema });
export type LeftOut = z.infer<typeof leftOut>;

export const tickedCallsSchema = z.object({ callIds }).strict();

export const tickedPreviewQuerySchema = z
  .object({
    callIds: z.array(z.uuid()).min(1).max(MOST_CHOSEN),
    /** Only of this act. */
    act: tickedActSchema.optional(),
  })
  .strict();
export type TickedPreviewQuery = z.infer<typeof tickedPreviewQuerySchema>;

export const swapCallsSchema = z
  .object({
    callIds,
    /** Sent again with it, a call that was swapped is not swapped back. */
    actId: actIdSchema.optional(),
  })
  .strict();
export type SwapCalls = z.infer<typeof swapCallsSchema>;

export const sideOfCallsSchema = z.object({ callIds, agentChannel: z.enum(['left', 'right']) }).strict();
export type SideOfCalls = z.infer<typeof sideOfCallsSchema>;

/** Of each act that the asker has the right to do at all: to which of the calls it applies, and why not to the others. */
export const tickedPreviewSchema = z.object({
  acts: z.array(z.object({ act: tickedActSchema, applies: z.array(z.uuid()), not: z.array(leftOut) })),
});
export type TickedPreview = z.infer<typeof tickedPreviewSchema>;

export const setAsideCallsSchema = z.object({ callIds, reason: setAsideReasonSchema }).strict();
export type SetAsideCalls = z.infer<typeof setAsideCallsSchema>;

export const callsLanguageSchema = z.object({ callIds, language: languageSchema }).strict();
export type CallsLanguage = z.infer<typeof callsLanguageSchema>;

/** With which calls it was done, and why not with the others. Each call for itself: one that cannot be done holds back no other. */
export const tickedDoneSchema = z.object({ done: z.array(z.uuid()), not: z.array(leftOut) });
export type TickedDone = z.infer<typeof tickedDoneSchema>;

/** Gives calls to a reviewer, outside of every draw: no mean of random draws counts them. */
export const assignCallsSchema = z
  .object({
    callIds,
    personId: z.uuid(),
    reason: assignReasonSchema,
    note: plainText().trim().min(1).max(300).optional(),
    dueDays: z.number().int().min(1).max(60),
  })
  .strict();
export type AssignCalls = z.infer<typeof assignCallsSchema>;

export const reviewersToChooseSchema = z.object({
  people: z.array(
    z.object({
      personId: z.uuid(),
      name: bilingualSchema,
      /** How many of the calls this person may judge. */
      calls: z.number().int(),
    }),
  ),
});
export type ReviewersToChoose = z.infer<typeof reviewersToChooseSchema>;
