import { z } from 'zod';
import { checklistIdSchema } from '../checklist.js';
import { bilingualSchema, languageSchema, inWords } from '../language.js';
import { plainText } from '../plain-text.js';
import { outcomeSchema } from '../scoring.js';
import { rateSchema } from './calls.js';

const MOST_REVIEWERS = 20;

export const newCalibrationSchema = z
  .object({
    callId: z.uuid(),
    legId: z.uuid(),
    checklistId: checklistIdSchema,
    reviewerIds: z
      .array(z.uuid())
      .min(2)
      .max(MOST_REVIEWERS)
      .refine((ids) => new Set(ids).size === ids.length, inWords('同一位复核员只能选一次', 'name each reviewer once')),
    dueAt: z.iso.datetime(),
  })
  .strict();
export type NewCalibration = z.infer<typeof newCalibrationSchema>;

/** What a reviewer says of one item. */
export const calibrationAnswerSchema = z
  .object({
    itemId: z.string().max(80),
    outcome: outcomeSchema,
    note: plainText().trim().min(1).max(1000).nullable(),
    /** Where in the recording, milliseconds. */
    atMs: z.number().int().nonnegative().max(2_147_483_647).nullable(),
  })
  .strict();
export type CalibrationAnswer = z.infer<typeof calibrationAnswerSchema>;

export const calibrationAnswersSchema = z
  .object({
    answers: z
      .array(calibrationAnswerSchema)
      .max(200)
      .refine(
        (all) => new Set(all.map(({ itemId }) => itemId)).size === all.length,
        inWords('同一项只能回答一次', 'answer each item once'),
      ),
    /** True: these are the answers. False: they are kept for later, and no other person sees them. */
    submit: z.boolean(),
  })
  .strict();
export type CalibrationAnswers = z.infer<typeof calibrationAnswersSchema>;

export const newCalibrationDecisionSchema = z
  .object({
    itemId: z.string().max(80),
    outcome: outcomeSchema,
    note: plainText().trim().min(1).max(1000),
  })
  .strict();
export type NewCalibrationDecision = z.infer<typeof newCalibrationDecisionSchema>;

/** `open`: reviewers judge, and see nothing of each other. `closed`: everything that was said is shown. */
export const calibrationStateSchema = z.enum(['open', 'closed']);

export const calibrationReviewerSchema = z.object({
  personId: z.uuid(),
  name: bilingualSchema,
  submittedAt: z.iso.datetime().nullable(),
  /** The automatic score was shown to them before they were asked. */
  sawBefore: z.boolean(),
});

/** What the asker may do: judge as a reviewer, close it early, or note what is right. */
export const calibrationActSchema = z.enum(['judge', 'close', 'decide']);
export type CalibrationAct = z.infer<typeof calibrationActSchema>;

const summary = {
  calibrationId: z.uuid(),
  /** `CA-0001`. */
  code: z.string(),
  callId: z.uuid(),
  legId: z.uuid(),
  startedAt: z.iso.datetime(),
  language: languageSchema.nullable(),
  checklist: z.object({ id: z.string(), version: z.number().int(), title: bilingualSchema }),
  openedBy: bilingualSchema,
  openedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  state: calibrationStateSchema,
  closedAt: z.iso.datetime().nullable(),
  reviewers: z.array(calibrationReviewerSchema),
  may: z.array(calibrationActSchema),
};
export const calibrationSummarySchema = z.object(summary);
export type CalibrationSummary = z.infer<typeof calibrationSummarySchema>;

export const saidSchema = z.object({
  personId: z.uuid(),
  outcome: outcomeSchema,
  note: z.string().nullable(),
  atMs: z.number().int().nullable(),
});

export const calibrationItemSchema = z.object({
  itemId: z.string(),
  title: bilingualSchema,
  weight: z.number(),
  critical: z.boolean(),
  /** The asker's own answer, also one that is kept for later; null without one. */
  own: calibrationAnswerSchema.omit({ itemId: true }).nullable(),
  /** What the reviewers said; empty while the session is open. */
  said: z.array(saidSchema),
  /** What the machine had said; null while the session is open. */
  machine: z.object({ outcome: outcomeSchema, explanation: bilingualSchema }).nullable(),
  /** Reviewers, or a reviewer and the machine, said different things; null while the session is open. */
  differ: z.enum(['reviewers', 'machine', 'none']).nullable(),
  /** The latest, which is the reference. */
  decision: z
    .object({
      outcome: outcomeSchema,
      /** null once the recording is destroyed. */
      note: z.string().nullable(),
      by: bilingualSchema,
      at: z.iso.datetime(),
    })
    .nullable(),
});
export type CalibrationItem = z.infer<typeof calibrationItemSchema>;

export const calibrationSchema = z.object({
  ...summary,
  /** It is closed, and the asker has still to judge its leg elsewhere without seeing results: nothing that was said is told. */
  withheld: z.boolean(),
  /** What to play; null where it is destroyed or not sealed. */
  recording: z.object({ recordingId: z.uuid(), durationMs: z.number().int() }).nullable(),
  /** In the order of the checklist while it is open; then those where people differ first. */
  items: z.array(calibrationItemSchema),
});
export type Calibration = z.infer<typeof calibrationSchema>;

export const calibrationListQuerySchema = z.object({
  /** `open`: what is due first. `closed`: the latest first. `mine`: open ones in which the asker has to judge. */
  show: z.enum(['open', 'closed', 'mine']).default('open'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type CalibrationListQuery = z.infer<typeof calibrationListQuerySchema>;

export const calibrationListSchema = z.object({
  items: z.array(calibrationSummarySchema),
  nextCursor: z.string().nullable(),
});
export type CalibrationList = z.infer<typeof calibrationListSchema>;

/** Scores of a leg on which reviewers can be calibrated, and who can be asked. */
export const calibrationChoicesSchema = z.object({
  legs: z.array(
    z.object({
      legId: z.uuid(),
      /** The leg's place in its call, from 1. */
      leg: z.number().int(),
      checklists: z.array(z.object({ checklistId: z.string(), title: bilingualSchema })),
      /** People who may judge the leg, and have not judged or decided about it before. */
      reviewers: z.array(calibrationReviewerSchema.omit({ submittedAt: true })),
    }),
  ),
});
export type CalibrationChoices = z.infer<typeof calibrationChoicesSchema>;

/** Fewer answers with a decision say too little of a reviewer. */
export const LEAST_DECIDED = 20;

const agreedSchema = z.object({
  /** Answers of items with a decision; without those in which either could not tell. */
  answers: z.number().int(),
  agreed: z.number().int(),
  /** null below `LEAST_DECIDED` answers. */
  rate: rateSchema.nullable(),
});

export const reviewerAgreementSchema = z.object({
  personId: z.uuid(),
  name: bilingualSchema,
  sessions: z.number().int(),
  /** Of all months together. */
  ...agreedSchema.shape,
  /** Beyond chance; null below `LEAST_DECIDED` answers, and where it is not defined. */
  kappa: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** By the month in which the session closed, the latest first. */
  months: z.array(z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), ...agreedSchema.shape })),
});
export type ReviewerAgreement = z.infer<typeof reviewerAgreementSchema>;

/** In order of name: where intervals overlap, no reviewer is before another. */
export const reviewerAgreementListSchema = z.object({
  months: z.number().int(),
  items: z.array(reviewerAgreementSchema),
});
export type ReviewerAgreementList = z.infer<typeof reviewerAgreementListSchema>;

export const reviewerAgreementQuerySchema = z.object({
  months: z.coerce.number().int().min(1).max(36).default(12),
});
export type ReviewerAgreementQuery = z.infer<typeof reviewerAgreementQuerySchema>;
