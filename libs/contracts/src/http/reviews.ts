import { z } from 'zod';
import { checklistIdSchema } from '../checklist.js';
import { bilingualSchema, languageSchema, inWords } from '../language.js';
import { plainText } from '../plain-text.js';
import { retractionReasonSchema } from '../sampling.js';
import { insufficientReasonSchema, outcomeSchema } from '../scoring.js';
import { agentRefSchema } from './call-legs.js';
import { commitmentDraftSchema, commitmentInReviewSchema } from './commitments.js';

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

const answerFields = z
  .object({
    itemId: z.string().max(80),
    outcome: outcomeSchema,
    places: z.array(wordsPlaceSchema).max(6).default([]),
    /** Needed where the card had judged, and the answer is another. */
    reason: changeReasonSchema.optional(),
    note: plainText().trim().min(1).max(500).optional(),
  })
  .strict();
/** An answer that is not published yet: what it lacks can be said later. */
export const draftAnswerSchema = answerFields;
export type DraftAnswer = z.infer<typeof draftAnswerSchema>;

export const reviewAnswerSchema = answerFields.refine(({ reason, note }) => reason !== 'other' || note !== undefined, {
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
    /** Open promises of the leg that are settled with it; the others stay open. */
    promises: z.array(commitmentInReviewSchema).max(50).optional(),
  })
  .strict();
export type NewReview = z.infer<typeof newReviewSchema>;

/** A leg and checklist that a person is reviewing. */
export const reviewedSchema = z.object({ legId: z.uuid(), checklistId: checklistIdSchema }).strict();
export type Reviewed = z.infer<typeof reviewedSchema>;

export const savedDraftSchema = z
  .object({
    legId: z.uuid(),
    checklistId: checklistIdSchema,
    basedOn: z.uuid(),
    /** None: the draft is thrown away. */
    answers: z.array(draftAnswerSchema).max(200),
    /** Answers to promises of the leg. */
    promises: z.array(commitmentDraftSchema).max(50).default([]),
    /** The saving that the screen began from; 0 where it knew of none. */
    revision: z.number().int().nonnegative(),
  })
  .strict();
export type SavedDraft = z.infer<typeof savedDraftSchema>;
export const reviewRevisionSchema = z.object({ revision: z.number().int() });
export type ReviewRevision = z.infer<typeof reviewRevisionSchema>;

/** Reviews of a call that are not published. Of colleagues one is told that they are at it, and not what they answered. */
export const reviewDraftsSchema = z.object({
  mine: z.array(savedDraftSchema.extend({ savedAt: z.iso.datetime() })),
  others: z.array(reviewedSchema.extend({ by: bilingualSchema, savedAt: z.iso.datetime() })),
});
export type ReviewDrafts = z.infer<typeof reviewDraftsSchema>;

export const reviewTimesQuerySchema = z.object({ days: z.coerce.number().int().min(7).max(366).default(30) });

/** How long reviews took that were published in the last days. By staff number: there is no rank. */
export const reviewTimesSchema = z.object({
  reviewers: z.array(
    z.object({
      personId: z.uuid(),
      staffNumber: z.string(),
      name: bilingualSchema,
      mine: z.boolean(),
      /** Reviews whose time was counted. */
      n: z.number().int(),
      medianMs: z.number().int(),
    }),
  ),
});
export type ReviewTimes = z.infer<typeof reviewTimesSchema>;

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

export const newRetractionSchema = z
  .object({ reason: retractionReasonSchema, note: plainText().trim().min(1).max(500).optional() })
  .strict()
  .refine(({ reason, note }) => reason !== 'other' || note !== undefined, {
    path: ['note'],
    ...inWords('选择“其他”时请写明原因', 'other needs a reason in words'),
  });
export type NewRetraction = z.infer<typeof newRetractionSchema>;

/** What an agent adds when they say that they have read a review. */
export const newAcknowledgementSchema = z.object({ note: plainText().trim().min(1).max(500).optional() }).strict();
export type NewAcknowledgement = z.infer<typeof newAcknowledgementSchema>;

export const acknowledgementQuerySchema = z.object({
  /** `unread`: what was asked longest ago comes first; `read`: the latest. */
  show: z.enum(['unread', 'read']).default('unread'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type AcknowledgementQuery = z.infer<typeof acknowledgementQuerySchema>;

/** A leg, with the checklist that judges it, as lists of what is judged name it. */
export const judgedLegSchema = z.object({
  callId: z.uuid(),
  /** The leg's place in its call, from 1. */
  leg: z.number().int(),
  startedAt: z.iso.datetime(),
  language: languageSchema.nullable(),
  customer: z.string().nullable(),
  matter: z.string().nullable(),
  agent: agentRefSchema,
  checklist: z.object({ id: z.string(), title: bilingualSchema }),
});

/** A published review, and whether the agent of its leg has said that they read it. */
export const acknowledgementListSchema = z.object({
  total: z.number().int(),
  items: z.array(
    judgedLegSchema.extend({
      scorecardId: z.uuid(),
      reviewer: bilingualSchema,
      askedAt: z.iso.datetime(),
      acknowledgedAt: z.iso.datetime().nullable(),
      note: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type AcknowledgementList = z.infer<typeof acknowledgementListSchema>;

export const waitingQuerySchema = z.object({
  /** `free`: not claimed; `mine`: claimed by the asker. */
  show: z.enum(['all', 'free', 'mine']).default('all'),
  language: languageSchema.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type WaitingQuery = z.infer<typeof waitingQuerySchema>;

export const waitingRowSchema = judgedLegSchema.extend({
  waitingId: z.uuid(),
  legId: z.uuid(),
  language: languageSchema,
  itemId: z.string(),
  title: bilingualSchema,
  reason: insufficientReasonSchema,
  atMs: z.number().int().nullable(),
  /** Set where the call waits as one, because of something that concerns all of it: how many items wait of the leg, on all its cards. */
  whole: z.object({ items: z.number().int() }).nullable(),
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

/** Calls that wait as one, by what concerns all of each; a call of two legs may be there for two reasons. The longest waiting first. */
export const wholeCallsSchema = z.object({
  reasons: z.array(z.object({ reason: insufficientReasonSchema, callIds: z.array(z.uuid()) })),
  /** There are more, which are not among them. */
  more: z.boolean(),
});
export type WholeCalls = z.infer<typeof wholeCallsSchema>;

export const nextWaitingQuerySchema = waitingQuerySchema.pick({ show: true, language: true }).extend({
  /** The item from which the asker came: what comes after it in the list, and after the list's end its beginning. */
  after: z.uuid().optional(),
});
export type NextWaitingQuery = z.infer<typeof nextWaitingQuerySchema>;

export const nextWaitingSchema = z.object({
  /** Scorecards that the asker could answer, beside that of `after`. */
  left: z.number().int(),
  /** Of the next scorecard, the item that has waited longest; null where none is left. */
  next: waitingRowSchema.nullable(),
});
export type NextWaiting = z.infer<typeof nextWaitingSchema>;

export const claimedSchema = z.object({ until: z.iso.datetime(), items: z.number().int() });
export type Claimed = z.infer<typeof claimedSchema>;
