import { z } from 'zod';
import { bilingualSchema, inWords } from '../language.js';
import {
  askedActionSchema,
  breakGlassOutcomeSchema,
  legalDecisionKindSchema,
  legalDecisionRefusalSchema,
  legalEventActionSchema,
  legalPurposeSchema,
  legalRequestStateSchema,
  requestGrantStateSchema,
} from '../legal.js';
import { plainText } from '../plain-text.js';
import { CALL_FILTER_NAMES } from '../call-filters.js';
import { agentRefSchema } from './call-legs.js';
import { writtenFiltersSchema } from './views.js';

/** Most recordings of one request. */
export const MOST_REQUESTED = 500;
/** Longest time that what a request gives lasts, in days. */
export const LONGEST_GRANT_DAYS = 366;

/** What a request asks for stands still: a period that moves with the calendar would tell another one later. */
const fixedFilters = writtenFiltersSchema.refine(
  ({ period }) => period === undefined,
  inWords('请填写具体日期', 'give the days: a period moves with the calendar'),
);
const words = () => plainText().trim().min(3).max(2000);
const who = z.object({ personId: z.uuid(), name: bilingualSchema });

export const legalRequestInputSchema = z
  .object({
    purpose: legalPurposeSchema,
    caseId: z.uuid().nullable().default(null),
    /** The recorded agents are not told who asked. */
    confidential: z.boolean().default(false),
    reason: words(),
    /** As the list of calls writes them; frozen into a list when it is submitted. */
    filters: fixedFilters,
    action: askedActionSchema,
    rendition: z.enum(['masked', 'original']).default('masked'),
    /** Plays, readings or downloads, of all recordings together; plays where both are asked for. */
    plays: z.number().int().min(1).max(10_000).default(10),
    /** Downloads of the package beside the plays; only `listen_and_export` counts them apart. */
    downloads: z.number().int().min(1).max(10_000).default(3),
    expiresAt: z.iso.datetime(),
  })
  .strict();
export type LegalRequestInput = z.infer<typeof legalRequestInputSchema>;

export const requestPreviewRequestSchema = z.object({ filters: fixedFilters }).strict();

/** One recording of a request's list. */
export const requestedRecordingSchema = z.object({
  recordingId: z.uuid(),
  callId: z.uuid(),
  startedAt: z.iso.datetime(),
  durationMs: z.number().int().nullable(),
  /** The masked number. */
  customer: z.string().nullable(),
  matter: z.string().nullable(),
  agent: agentRefSchema,
});
export type RequestedRecording = z.infer<typeof requestedRecordingSchema>;

/** What a filter finds now. `items`: the newest 20; `tooMany`: more than one request may hold. */
export const requestPreviewSchema = z.object({
  recordings: z.number().int(),
  calls: z.number().int(),
  tooMany: z.boolean(),
  items: z.array(requestedRecordingSchema),
});
export type RequestPreview = z.infer<typeof requestPreviewSchema>;

export const requestGrantSchema = z.object({
  grantId: z.uuid(),
  code: z.string(),
  state: requestGrantStateSchema,
  playsUsed: z.number().int(),
  playsAllowed: z.number().int(),
  validFrom: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type RequestGrantView = z.infer<typeof requestGrantSchema>;

export const legalRequestRowSchema = z.object({
  requestId: z.uuid(),
  code: z.string(),
  purpose: legalPurposeSchema,
  action: askedActionSchema,
  rendition: z.enum(['masked', 'original']),
  state: legalRequestStateSchema,
  stateAt: z.iso.datetime(),
  legalCase: z.object({ caseId: z.uuid(), reference: z.string(), title: z.string() }).nullable(),
  confidential: z.boolean(),
  breakGlass: z.boolean(),
  requestedBy: who,
  mine: z.boolean(),
  createdAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().nullable(),
  /** Until when it has to be decided. */
  decideBy: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime(),
  playsAllowed: z.number().int(),
  /** Downloads of the package, where a request for both counts them apart. */
  downloadsAllowed: z.number().int().nullable(),
  /** In the frozen list; 0 in a draft. */
  recordings: z.number().int(),
  approvals: z.object({ needed: z.number().int(), by: z.array(who.extend({ at: z.iso.datetime() })) }),
  grant: requestGrantSchema.nullable(),
  /** Of a request to listen and export, the grant to export beside the one to listen; null: not approved, or the listening alone. */
  exportGrant: requestGrantSchema.nullable(),
  /** Of an emergency opening: until when it has to be reviewed, whether that time is over, and what the review found. */
  opening: z
    .object({
      reviewBy: z.iso.datetime(),
      overdue: z.boolean(),
      review: z.object({ outcome: breakGlassOutcomeSchema, by: who, at: z.iso.datetime() }).nullable(),
    })
    .nullable(),
  mayReview: z.boolean(),
  reviewRefusal: legalDecisionRefusalSchema.nullable(),
  mayDecide: z.boolean(),
  decideRefusal: legalDecisionRefusalSchema.nullable(),
  /** With `needs_a_day`: from when the asker may decide again, in a small house. */
  againFrom: z.iso.datetime().nullable(),
});
export type LegalRequestRow = z.infer<typeof legalRequestRowSchema>;

export const legalRequestSchema = legalRequestRowSchema.extend({
  reason: z.string(),
  filters: z.partialRecord(z.enum(CALL_FILTER_NAMES), z.string()),
  /** An approval counts for the round in which it was given. */
  round: z.number().int(),
  events: z.array(
    z.object({
      at: z.iso.datetime(),
      action: legalEventActionSchema,
      by: who.nullable(),
      words: z.string().nullable(),
    }),
  ),
  mayRevoke: z.boolean(),
});
export type LegalRequestView = z.infer<typeof legalRequestSchema>;

export const legalRequestQuerySchema = z
  .object({
    /** `to_decide`: waits for an approver; `to_review`: opened in an emergency; `open`: neither decided nor over. */
    view: z.enum(['all', 'mine', 'open', 'to_decide', 'to_review', 'granted']).default('all'),
    caseId: z.uuid().optional(),
    /** Part of its number, or of its case's reference or title. */
    search: plainText().trim().min(1).max(80).optional(),
    cursor: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  })
  .strict();
export type LegalRequestQuery = z.infer<typeof legalRequestQuerySchema>;
export const legalRequestListSchema = z.object({
  items: z.array(legalRequestRowSchema),
  nextCursor: z.uuid().nullable(),
});
export type LegalRequestList = z.infer<typeof legalRequestListSchema>;

export const requestedRecordingListSchema = z.object({ items: z.array(requestedRecordingSchema) });
export type RequestedRecordingList = z.infer<typeof requestedRecordingListSchema>;

export const legalAnswerSchema = z.object({ words: words() }).strict();

export const legalDecisionSchema = z
  .object({
    decision: legalDecisionKindSchema,
    /** The round that was looked at: an answer in the meantime begins another. */
    round: z.number().int().min(1),
    words: words().optional(),
  })
  .strict()
  .refine(
    ({ decision, words: said }) => decision === 'approve' || said !== undefined,
    inWords(
      '驳回、提问或只同意收听，须写明理由或问题',
      'a refusal, a question or an approval of listening alone needs words',
    ),
  );
export type LegalDecisionInput = z.infer<typeof legalDecisionSchema>;

/** Why it cannot wait for an approver. */
export const breakGlassSchema = z.object({ words: plainText().trim().min(10).max(2000) }).strict();

export const breakGlassReviewSchema = z.object({ outcome: breakGlassOutcomeSchema, words: words() }).strict();
export type BreakGlassReviewInput = z.infer<typeof breakGlassReviewSchema>;

/** What an emergency may open in this installation, and what keeps the asker from opening anything. */
export const breakGlassTermsSchema = z.object({
  minutes: z.number().int(),
  recordings: z.number().int(),
  plays: z.number().int(),
  reviewWorkingDays: z.number().int(),
  /** An opening of the asker's that waits for its review: until then they open no other. */
  waiting: z.object({ requestId: z.uuid(), openedAt: z.iso.datetime(), overdue: z.boolean() }).nullable(),
});
export type BreakGlassTerms = z.infer<typeof breakGlassTermsSchema>;
