import { z } from 'zod';
import { bilingualSchema, languageSchema, inWords } from '../language.js';
import { plainText } from '../plain-text.js';
import {
  assignmentStateSchema,
  replacementReasonSchema,
  riskSchema,
  samplingPeriodSchema,
  samplingPlanSchema,
} from '../sampling.js';
import { agentRefSchema } from './call-legs.js';

const sha256 = z.string();
const personSchema = z.object({ personId: z.uuid(), name: bilingualSchema });

/** A draw, from its committed seed on. What is null becomes known when it is made. */
export const samplingDrawSchema = z.object({
  drawId: z.uuid(),
  planVersion: z.number().int(),
  fromDay: z.iso.date(),
  toDay: z.iso.date(),
  seedSha256: sha256,
  committedAt: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().nullable(),
  drawnAt: z.iso.datetime().nullable(),
  /** Revealed when the draw is made. */
  seed: z.string().nullable(),
  /** Legs that could be drawn. */
  frame: z.number().int().nullable(),
  frameSha256: sha256.nullable(),
  /** Legs of the period that had no score at the draw, also of calls that need attention or were given up. */
  notReady: z.number().int().nullable(),
  taken: z.number().int().nullable(),
  /** Of those taken: judged, still open, open and past their date, replaced by another call, and destroyed before a review. */
  done: z.number().int(),
  open: z.number().int(),
  overdue: z.number().int(),
  replaced: z.number().int(),
  lapsed: z.number().int(),
});
export type SamplingDraw = z.infer<typeof samplingDrawSchema>;

/** The first day of the next draw of a plan that is saved now, by the length of its periods. */
const firstDaysSchema = z.record(samplingPeriodSchema, z.iso.date());

export const samplingPlanViewSchema = z.object({
  planId: z.uuid(),
  code: z.string(),
  /** What a change names. */
  version: z.number().int(),
  plan: samplingPlanSchema,
  changedBy: bilingualSchema,
  changedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** The period that is going on or comes next. */
  next: samplingDrawSchema.nullable(),
  last: samplingDrawSchema.nullable(),
  /** Where it is changed: what has begun is drawn as it was. */
  firstDays: firstDaysSchema,
});
export type SamplingPlanView = z.infer<typeof samplingPlanViewSchema>;
export const samplingPlanListSchema = z.object({
  plans: z.array(samplingPlanViewSchema),
  /** Who may judge calls, for the list of reviewers. */
  reviewers: z.array(personSchema),
  firstDays: firstDaysSchema,
});
export type SamplingPlanList = z.infer<typeof samplingPlanListSchema>;

export const changedSamplingPlanSchema = z.object({ version: z.number().int(), plan: samplingPlanSchema }).strict();
export type ChangedSamplingPlan = z.infer<typeof changedSamplingPlanSchema>;

/** What a plan would have found in the period before this one; nothing is drawn. */
export const samplingPreviewSchema = z.object({
  fromDay: z.iso.date(),
  toDay: z.iso.date(),
  frame: z.number().int(),
  strata: z.number().int(),
  taken: z.number().int(),
  /** Of the reviewers, those who may judge now. */
  reviewers: z.number().int(),
});
export type SamplingPreview = z.infer<typeof samplingPreviewSchema>;

export const drawListQuerySchema = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type DrawListQuery = z.infer<typeof drawListQuerySchema>;
export const drawListSchema = z.object({ items: z.array(samplingDrawSchema), nextCursor: z.string().nullable() });
export type DrawList = z.infer<typeof drawListSchema>;

/** A leg that was drawn, and how far its review is. */
export const drawnLegSchema = z.object({
  assignmentId: z.uuid(),
  callId: z.uuid(),
  legId: z.uuid(),
  /** The leg's place in its call, from 1. */
  leg: z.number().int(),
  startedAt: z.iso.datetime(),
  language: languageSchema.nullable(),
  agent: agentRefSchema,
  /** The agent, queue or outcome by which the plan put calls apart; empty where it did not. */
  stratum: z.string(),
  place: z.number().int(),
  severity: z.number().int(),
  risks: z.array(riskSchema),
  reviewer: personSchema.nullable(),
  dueAt: z.iso.datetime(),
  state: assignmentStateSchema,
  /** Its reviewer sees the machine's result once theirs is published. */
  blind: z.boolean(),
  endedAt: z.iso.datetime().nullable(),
  replacesId: z.uuid().nullable(),
  replacedReason: replacementReasonSchema.nullable(),
  replacedNote: z.string().nullable(),
});
export type DrawnLeg = z.infer<typeof drawnLegSchema>;
export const drawDetailSchema = z.object({
  draw: samplingDrawSchema,
  /** As it was for this draw. */
  plan: samplingPlanSchema,
  code: z.string(),
  planSha256: sha256,
  /** Of calls that were made up for a demonstration: no seed was committed ahead. */
  invented: z.boolean(),
  legs: z.array(drawnLegSchema),
});
export type DrawDetail = z.infer<typeof drawDetailSchema>;

/** A draw that was made again from what is kept, beside what the journal says of it. All true: it is the draw that was committed. */
export const drawReplaySchema = z.object({
  seedFits: z.boolean(),
  planFits: z.boolean(),
  frameFits: z.boolean(),
  picksFit: z.boolean(),
  legs: z.number().int(),
  /** The ids of the legs that the draw takes, in its order. */
  picks: z.array(z.uuid()),
});
export type DrawReplay = z.infer<typeof drawReplaySchema>;

/** All that a draw can be made again with elsewhere: `npm run -s replay-draw -- FILE`. Ids only. */
export const keptDrawSchema = z.object({
  format: z.literal('shouwen.draw/1'),
  drawId: z.uuid(),
  plan: z.object({ planId: z.uuid(), version: z.number().int(), sha256, content: samplingPlanSchema }),
  fromDay: z.iso.date(),
  toDay: z.iso.date(),
  /** When the period began; the seed was committed before. */
  fromAt: z.iso.datetime(),
  committedAt: z.iso.datetime(),
  drawnAt: z.iso.datetime(),
  seed: z.string(),
  seedSha256: sha256,
  /** How many reviewers there were, where the plan counts by them. */
  reviewers: z.number().int(),
  frameSha256: sha256,
  picksSha256: sha256,
  /** Leg, stratum, severity, in the order of the legs' ids. */
  frame: z.array(z.tuple([z.uuid(), z.string(), z.number().int()])),
  picks: z.array(z.uuid()),
});
export type KeptDraw = z.infer<typeof keptDrawSchema>;

/** Why a leg was drawn, or was not. Outside the frame, the plan could not have drawn it. */
export const whyDrawnSchema = z.union([
  z.object({ inFrame: z.literal(false), legs: z.number().int() }),
  z.object({
    inFrame: z.literal(true),
    legs: z.number().int(),
    /** Its place in the order of its stratum, from 1. */
    place: z.number().int(),
    ofStratum: z.number().int(),
    takenOfStratum: z.number().int(),
    /** HMAC-SHA256 of the leg's id, keyed by the seed: low ones are drawn first. */
    ticket: z.string(),
    drawn: z.boolean(),
    severity: z.number().int(),
    risks: z.array(riskSchema),
  }),
]);
export type WhyDrawn = z.infer<typeof whyDrawnSchema>;

export const newReplacementSchema = z
  .object({ reason: replacementReasonSchema, note: plainText().trim().min(1).max(500).optional() })
  .strict()
  .refine(({ reason, note }) => reason !== 'other' || note !== undefined, {
    path: ['note'],
    ...inWords('选择“其他”时请写明原因', 'other needs a reason in words'),
  });
export type NewReplacement = z.infer<typeof newReplacementSchema>;
export const replacedBySchema = z.object({ assignmentId: z.uuid() });

export const meansQuerySchema = z.object({ days: z.coerce.number().int().min(7).max(366).default(90) });

/** How agents did in reviewed calls of random draws. By staff number: there is no rank, and none where intervals overlap. */
export const sampledMeansSchema = z.object({
  agents: z.array(
    z.object({
      personId: z.uuid(),
      staffNumber: z.string(),
      name: bilingualSchema,
      /** Legs that random draws took, and those of them that are reviewed and have points. */
      drawn: z.number().int(),
      n: z.number().int(),
      /** Share of the points, 0 to 1, with its 95 % interval; null without a reviewed call. */
      mean: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      /** How many others have an interval that overlaps this one. */
      overlaps: z.number().int(),
    }),
  ),
});
export type SampledMeans = z.infer<typeof sampledMeansSchema>;
