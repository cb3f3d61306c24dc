import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { assignReasonSchema, riskSchema } from '../sampling.js';
import { judgedLegSchema } from './reviews.js';
import { defineRoutes, del, get, post } from './route.js';

export const drawnQueueQuerySchema = z.object({
  /** `mine`: given to the asker; `free`: for those who take it; `all`: also what colleagues have. */
  show: z.enum(['mine', 'free', 'all']).default('mine'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DrawnQueueQuery = z.infer<typeof drawnQueueQuerySchema>;

/** A leg that was drawn and waits for its review. */
export const drawnToReviewSchema = judgedLegSchema.extend({
  assignmentId: z.uuid(),
  legId: z.uuid(),
  /** Items of it that wait for a person; 0 while the asker is to judge it blind. */
  waiting: z.number().int(),
  /** Its reviewer sees the machine's result once theirs is published. */
  blind: z.boolean(),
  dueAt: z.iso.datetime(),
  reviewer: z.object({ mine: z.boolean(), name: bilingualSchema }).nullable(),
  /** Why this call: the plan, its period, and the leg's place in its stratum of so many; null: a person gave it. */
  why: z
    .object({
      code: z.string(),
      name: z.string(),
      fromDay: z.iso.date(),
      toDay: z.iso.date(),
      seedSha256: z.string(),
      place: z.number().int(),
      of: z.number().int(),
      risks: z.array(riskSchema),
      replaces: z.boolean(),
    })
    .nullable(),
  /** Who gave it, and why; null: it was drawn. */
  given: z.object({ by: bilingualSchema, reason: assignReasonSchema, note: z.string().nullable() }).nullable(),
});
export type DrawnToReview = z.infer<typeof drawnToReviewSchema>;
export const drawnQueueSchema = z.object({
  total: z.number().int(),
  overdue: z.number().int(),
  items: z.array(drawnToReviewSchema),
  nextCursor: z.string().nullable(),
});
export type DrawnQueue = z.infer<typeof drawnQueueSchema>;

export const nextDrawnQuerySchema = drawnQueueQuerySchema.pick({ show: true }).extend({
  /** The assignment from which the asker came. */
  after: z.uuid().optional(),
});
export type NextDrawnQuery = z.infer<typeof nextDrawnQuerySchema>;

export const nextDrawnSchema = z.object({
  /** Drawn calls that the asker has or could take, beside `after`. */
  left: z.number().int(),
  next: drawnToReviewSchema.nullable(),
});
export type NextDrawn = z.infer<typeof nextDrawnSchema>;

export const handOnSchema = z.object({ personId: z.uuid() }).strict();

/** Colleagues who may review a leg. */
export const possibleReviewersSchema = z.object({
  people: z.array(z.object({ personId: z.uuid(), name: bilingualSchema })),
});
export type PossibleReviewers = z.infer<typeof possibleReviewersSchema>;

/** What sampling plans gave to reviewers. */
export const drawnReviewsRoutes = defineRoutes('drawnReviews', 'reviews', {
  list: get('/api/v1/reviews/drawn', {
    summary: 'Calls that sampling plans drew and that wait for their review, what is due first',
    description: 'Calls that the account’s person took are not among them.',
    access: { permission: 'scorecards.judge' },
    query: drawnQueueQuerySchema,
    answer: drawnQueueSchema,
    refusals: ['bad_cursor'],
  }),
  next: get('/api/v1/reviews/drawn/next', {
    summary: 'The next drawn call of the list, and how many are left',
    description: 'What a colleague has is left out. Begins again at the top after the last.',
    access: { permission: 'scorecards.judge' },
    query: nextDrawnQuerySchema,
    answer: nextDrawnSchema,
  }),
  reviewers: get('/api/v1/reviews/drawn/{assignmentId}/reviewers', {
    summary: 'Colleagues to whom a drawn call can be handed on',
    access: { permission: 'scorecards.judge' },
    answer: possibleReviewersSchema,
  }),
  claim: post('/api/v1/reviews/drawn/{assignmentId}/claim', {
    summary: 'Takes a drawn call that waits for those who take it',
    access: { permission: 'scorecards.judge' },
    refusals: ['assignment_over', 'assignment_taken', 'own_call', 'saw_result'],
  }),
  release: del('/api/v1/reviews/drawn/{assignmentId}/claim', {
    summary: 'Gives a drawn call back, for those who take it',
    access: { permission: 'scorecards.judge' },
    refusals: ['assignment_over', 'assignment_taken', 'own_call'],
  }),
  handOn: post('/api/v1/reviews/drawn/{assignmentId}/hand-on', {
    summary: 'Hands a drawn call on to a colleague who may review it',
    description: 'One’s own; with `sampling.manage` for the whole company also a colleague’s.',
    access: { permission: 'scorecards.judge' },
    body: handOnSchema,
    refusals: ['assignment_not_yours', 'assignment_over', 'assignment_taken', 'cannot_review', 'own_call'],
  }),
});
