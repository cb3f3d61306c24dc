import { z } from 'zod';
import { bilingualSchema, inWords } from '../language.js';
import { plainText } from '../plain-text.js';
import {
  commitmentActionSchema,
  commitmentKindSchema,
  commitmentStateSchema,
  commitmentUnclearSchema,
  dueBasisSchema,
} from '../commitments.js';

const personSchema = z.object({ personId: z.uuid(), name: bilingualSchema });
const note = plainText().trim().min(2).max(500);
const revision = z.number().int().positive();

/**
 * What a person may answer. `customer_released`: the customer no longer wants it; `release` and `strike` are a supervisor's. `question`: its
 * owner, or a reviewer, asks whether it is one; a supervisor strikes it or, with `uphold`, says that it is one.
 */
export const commitmentAnswerNameSchema = z.enum([
  'kept',
  'broken',
  'customer_released',
  'set_time',
  'hand_over',
  'withdraw',
  'accept',
  'decline',
  'release',
  'strike',
  'reopen',
  'question',
  'uphold',
  'withdraw_question',
]);
export type CommitmentAnswerName = z.infer<typeof commitmentAnswerNameSchema>;

const needsNote: readonly CommitmentAnswerName[] = commitmentAnswerNameSchema.options.filter(
  (name) => !['hand_over', 'withdraw', 'accept', 'withdraw_question'].includes(name),
);

/**
 * An answer, with the `revision` that the person saw: if there is a newer one, the answer is refused (409). Words are required where
 * another person will ask why.
 */
export const commitmentAnswerSchema = z
  .object({
    answer: commitmentAnswerNameSchema,
    revision,
    note: note.optional(),
    /** Of `set_time`. */
    dueAt: z.iso.datetime({ offset: true }).optional(),
    /** Of `hand_over`. */
    toPersonId: z.uuid().optional(),
    /** Of `kept`: the call that kept it. */
    evidenceCallId: z.uuid().optional(),
  })
  .strict()
  .refine((given) => given.note !== undefined || !needsNote.includes(given.answer), {
    ...inWords('请填写说明，至少两个字', 'write a few words'),
    path: ['note'],
  })
  .refine(({ answer, dueAt }) => answer !== 'set_time' || dueAt !== undefined, {
    ...inWords('请选择时间', 'choose a time'),
    path: ['dueAt'],
  })
  .refine(({ answer, toPersonId }) => answer !== 'hand_over' || toPersonId !== undefined, {
    ...inWords('请选择接手的同事', 'choose who is to take it over'),
    path: ['toPersonId'],
  });
export type CommitmentAnswer = z.infer<typeof commitmentAnswerSchema>;

/** What a reviewer says of a promise of the leg, with the review. `question`: who may not settle it asks whether it is one. */
export const commitmentInReviewNameSchema = commitmentAnswerNameSchema.extract([
  'kept',
  'broken',
  'strike',
  'question',
]);
export type CommitmentInReviewName = z.infer<typeof commitmentInReviewNameSchema>;

export const commitmentInReviewSchema = z
  .object({ commitmentId: z.uuid(), revision, answer: commitmentInReviewNameSchema, note })
  .strict();
/** As it is being given: its words may still be missing. */
export const commitmentDraftSchema = commitmentInReviewSchema.extend({ note: plainText().max(500) });
export type CommitmentDraft = z.infer<typeof commitmentDraftSchema>;

export type CommitmentInReview = z.infer<typeof commitmentInReviewSchema>;

/** `today`: overdue, due today, or without a time. `waiting`: offered to a colleague who has not answered. `questioned`: it is asked whether they are any. */
export const commitmentViewNameSchema = z.enum(['today', 'overdue', 'open', 'waiting', 'questioned', 'done']);
export type CommitmentViewName = z.infer<typeof commitmentViewNameSchema>;

export const commitmentListQuerySchema = z.object({
  view: commitmentViewNameSchema.default('today'),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type CommitmentListQuery = z.infer<typeof commitmentListQuerySchema>;

export const commitmentSchema = z.object({
  commitmentId: z.uuid(),
  callId: z.uuid(),
  legId: z.uuid(),
  kind: commitmentKindSchema,
  state: commitmentStateSchema,
  revision,
  /** When the words were said, and where in the recording. */
  saidAt: z.iso.datetime(),
  fromMs: z.number().int(),
  dueAt: z.iso.datetime().nullable(),
  dueBasis: dueBasisSchema.nullable(),
  /** Why there is no time; null with one. */
  unclear: commitmentUnclearSchema.nullable(),
  dueSoon: z.boolean(),
  owner: personSchema,
  team: bilingualSchema,
  offeredTo: personSchema.nullable(),
  /** Who said that it is no promise, and why; null where that was not asked, or is settled. */
  question: z.object({ by: personSchema, at: z.iso.datetime(), note: z.string().nullable() }).nullable(),
  matter: z.string().nullable(),
  customer: z.string().nullable(),
  /** The later call that kept it, or that may have. */
  fulfilledByCallId: z.uuid().nullable(),
  candidateCallId: z.uuid().nullable(),
  stateAt: z.iso.datetime(),
  language: z.enum(['zh', 'en']),
  /** What this account may answer now. */
  may: z.array(commitmentAnswerNameSchema),
  /** What it may answer with a review of the leg. */
  mayInReview: z.array(commitmentInReviewNameSchema),
});
export type CommitmentView = z.infer<typeof commitmentSchema>;

/** The words of the promise and of its time, cut and masked by right; null where they are gone, or the account may not read them. */
export const commitmentWordsSchema = z.object({
  words: z.object({ promise: z.string(), time: z.string().nullable() }).nullable(),
});
export type CommitmentWords = z.infer<typeof commitmentWordsSchema>;

export const commitmentListSchema = z.object({ items: z.array(commitmentSchema), nextCursor: z.string().nullable() });
export type CommitmentList = z.infer<typeof commitmentListSchema>;

export const commitmentFiguresSchema = z.object({
  overdue: z.number().int(),
  /** Open and due before the day ends, by the company's clock. */
  dueToday: z.number().int(),
  dueSoon: z.number().int(),
  /** Open without a time: a person has to set one. */
  withoutTime: z.number().int(),
  open: z.number().int(),
  /** Offered to this person, or by this person's teams, and not answered. */
  waiting: z.number().int(),
  /** Of these, offered to this very person. */
  waitingForMe: z.number().int(),
  /** Those of which it is asked whether they are promises, and of these, those that this person may settle. */
  questioned: z.number().int(),
  questionedForMe: z.number().int(),
});
export type CommitmentFigures = z.infer<typeof commitmentFiguresSchema>;

export const commitmentHistorySchema = z.object({
  entries: z.array(
    z.object({
      entryId: z.uuid(),
      at: z.iso.datetime(),
      action: commitmentActionSchema,
      by: personSchema.nullable(),
      to: personSchema.nullable(),
      dueAt: z.iso.datetime().nullable(),
      evidenceCallId: z.uuid().nullable(),
      note: z.string().nullable(),
    }),
  ),
  /** Who could take it over. */
  colleagues: z.array(personSchema),
});
export type CommitmentHistory = z.infer<typeof commitmentHistorySchema>;
