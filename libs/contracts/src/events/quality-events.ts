import { z } from 'zod';
import { attentionReasonSchema } from '../call-stage.js';
import { commitmentKindSchema, commitmentUnclearSchema } from '../commitments.js';

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the journal says of checklists, scores, reviews, runs and promises. */
export const qualityEventSchemas = {
  'checklist.published': z.object({ checklistId: z.string(), version: z.number().int(), sha256 }),
  /** A newer version took its place, or a person took it back; their reason lies beside the journal. */
  'checklist.retired': z.object({
    checklistId: z.string(),
    version: z.number().int(),
    supersededBy: z.number().int().nullable(),
  }),
  'checklist.draft_saved': z.object({ checklistId: z.string(), revision: z.number().int() }),
  'checklist.draft_validated': z.object({
    checklistId: z.string(),
    revision: z.number().int(),
    errors: z.number().int(),
    warnings: z.number().int(),
  }),
  'checklist.draft_discarded': z.object({ checklistId: z.string(), revision: z.number().int() }),
  /** A set of phrase lists was written down under its hash, so that scores that name it can be replayed. */
  'lexicons.stored': z.object({ sha256 }),
  'checklist.scored': z.object({ legId: id, scorecardId: id, checklistId: z.string(), version: z.number().int() }),
  /** No published checklist judges this leg: it ends without a score, and that is in order. */
  'leg.not_judged': z.object({ legId: id }),
  'scorecard.counted': z.object({
    legId: id,
    checklistId: z.string(),
    from: id.nullable(),
    to: id.nullable(),
    rule: z.string(),
  }),
  /** A person completed or corrected a card; `changed` of the answers differ from what the engine said. */
  'scorecard.reviewed': z.object({
    legId: id,
    scorecardId: id,
    checklistId: z.string(),
    version: z.number().int(),
    basedOn: id,
    answers: z.number().int(),
    changed: z.number().int(),
  }),
  'rescore.asked': z.object({ runId: id, fromDay: z.iso.date(), toDay: z.iso.date(), legs: z.number().int() }),
  'rescore.finished': z.object({ runId: id, legs: z.number().int(), filed: z.number().int() }),
  'rescore.cancelled': z.object({ runId: id, legs: z.number().int() }),
  'rehear.asked': z.object({ runId: id, fromDay: z.iso.date(), toDay: z.iso.date(), legs: z.number().int() }),
  /** `filed`: recordings that were heard again. */
  'rehear.finished': z.object({ runId: id, legs: z.number().int(), filed: z.number().int() }),
  'rehear.cancelled': z.object({ runId: id, legs: z.number().int() }),
  /** No engine gave words: the ones that there were go on counting. */
  'call.rehear_failed': z.object({ recordingId: id, runId: id.nullable(), reason: attentionReasonSchema }),
  /** `version` is null for a draft; `sha256` names its content. */
  'back_test.asked': z.object({
    runId: id,
    checklistId: z.string(),
    version: z.number().int().nullable(),
    sha256,
    legs: z.number().int(),
  }),
  'back_test.finished': z.object({ runId: id, legs: z.number().int(), leftOut: z.number().int() }),
  'back_test.cancelled': z.object({ runId: id, legs: z.number().int() }),
  'run.failed': z.object({ runId: id, failure: z.string().regex(/^[a-z_]+$/) }),
  /** A promise in the words of a leg. `dueAt` is null where a person has to set a time, and `unclear` says why. */
  'commitment.found': z.object({
    commitmentId: id,
    legId: id,
    kind: commitmentKindSchema,
    dueAt: z.iso.datetime().nullable(),
    unclear: commitmentUnclearSchema.nullable(),
  }),
  /** Newer words have it elsewhere, or no longer. */
  'commitment.found_again': z.object({ commitmentId: id, dueAt: z.iso.datetime().nullable() }),
  'commitment.superseded': z.object({ commitmentId: id }),
  'commitment.due_soon': z.object({ commitmentId: id, legId: id, dueAt: z.iso.datetime() }),
  'commitment.overdue': z.object({
    commitmentId: id,
    legId: id,
    kind: commitmentKindSchema,
    ownerPersonId: id,
    dueAt: z.iso.datetime(),
  }),
  'commitment.time_set': z.object({ commitmentId: id, dueAt: z.iso.datetime(), before: z.iso.datetime().nullable() }),
  /** `by: later_call`: the product found the call that kept it. */
  'commitment.answered': z.object({
    commitmentId: id,
    answer: z.enum(['kept', 'broken', 'customer_released', 'release', 'strike', 'reopen']),
    by: z.enum(['person', 'later_call']),
    evidenceCallId: id.nullable(),
  }),
  'commitment.candidate_found': z.object({ commitmentId: id, evidenceCallId: id }),
  'commitment.handed_over': z.object({
    commitmentId: id,
    step: z.enum(['proposed', 'accepted', 'declined', 'withdrawn']),
    toPersonId: id,
  }),
} as const;
