import { z } from 'zod';
import { checklistIdSchema } from '../checklist.js';
import { bilingualSchema, languageSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import { inWords } from '../refusal-words.js';
import { insufficientReasonSchema, outcomeSchema } from '../scoring.js';
import { agentRefSchema } from './calls.js';

/** Why a person says something else than the card did. `other` needs words beside it. */
export const changeReasonSchema = z.enum([
  'words_misheard',
  'meaning_misread',
  'context_elsewhere',
  'fact_wrong',
  'does_not_apply',
  'other',
]);
export type ChangeReason = z.infer<typeof changeReasonSchema>;

/** Where in the words a person found it; offsets into the turn's text, `toChar` exclusive. */
export const wordsPlaceSchema = z
  .object({
    turn: z.number().int().nonnegative(),
    fromChar: z.number().int().nonnegative(),
    toChar: z.number().int().positive(),
  })
  .strict();
export type WordsPlace = z.infer<typeof wordsPlaceSchema>;

export const reviewAnswerSchema = z
  .object({
    itemId: z.string().max(80),
    outcome: outcomeSchema,
    places: z.array(wordsPlaceSchema).max(6).default([]),
    /** Needed where the card had judged, and the answer is another. */
    reason: changeReasonSchema.optional(),
    note: plainText().trim().min(1).max(500).optional(),
  })
  .strict()
  .refine(({ reason, note }) => reason !== 'other' || note !== undefined, {
    path: ['note'],
    ...inWords('选择“其他”时请写明原因', 'other needs a reason in words'),
  });
export type ReviewAnswer = z.infer<typeof reviewAnswerSchema>;

export const newReviewSchema = z
  .object({
    legId: z.uuid(),
    checklistId: checklistIdSchema,
    /** The card that was on the screen. Where another is shown by now, nothing is published. */
    basedOn: z.uuid(),
    answers: z.array(reviewAnswerSchema).min(1).max(200),
    /** The drawn call's assignment that is done with this: its reviewer judged the whole call and lets the other results stand. */
    completes: z.uuid().optional(),
  })
  .strict();
export type NewReview = z.infer<typeof newReviewSchema>;

const totalSchema = z.object({
  points: z.number().nullable(),
  maxPoints: z.number().nullable(),
  coverage: z.number(),
});

/** What publishing does, or has done, to the score that counts. */
export const reviewEffectSchema = z.object({
  /** null where no card counts before. */
  before: totalSchema.nullable(),
  after: totalSchema,
  answers: z.number().int(),
  changed: z.number().int(),
  /** Judged blind: `before` and `changed` are not told, and `after` is what the person's own answers come to. */
  blind: z.boolean(),
});
export type ReviewEffect = z.infer<typeof reviewEffectSchema>;
export const publishedReviewSchema = reviewEffectSchema.extend({ scorecardId: z.uuid() });
export type PublishedReview = z.infer<typeof publishedReviewSchema>;

export const waitingQuerySchema = z.object({
  /** `free`: not claimed; `mine`: claimed by the asker. */
  show: z.enum(['all', 'free', 'mine']).default('all'),
  language: languageSchema.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type WaitingQuery = z.infer<typeof waitingQuerySchema>;

export const waitingRowSchema = z.object({
  waitingId: z.uuid(),
  callId: z.uuid(),
  legId: z.uuid(),
  /** The leg's place in its call, from 1. */
  leg: z.number().int(),
  startedAt: z.iso.datetime(),
  language: languageSchema,
  customer: z.string().nullable(),
  matter: z.string().nullable(),
  agent: agentRefSchema,
  checklist: z.object({ id: z.string(), title: bilingualSchema }),
  itemId: z.string(),
  title: bilingualSchema,
  reason: insufficientReasonSchema,
  atMs: z.number().int().nullable(),
  waitsSince: z.iso.datetime(),
  /** null while it is not claimed. */
  claim: z.object({ mine: z.boolean(), by: bilingualSchema, until: z.iso.datetime() }).nullable(),
});
export type WaitingRow = z.infer<typeof waitingRowSchema>;

export const waitingListSchema = z.object({
  total: z.number().int(),
  items: z.array(waitingRowSchema),
  nextCursor: z.string().nullable(),
});
export type WaitingList = z.infer<typeof waitingListSchema>;

export const claimedSchema = z.object({ until: z.iso.datetime(), items: z.number().int() });
export type Claimed = z.infer<typeof claimedSchema>;
