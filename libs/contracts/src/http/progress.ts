import { z } from 'zod';
import { bilingualSchema, inWords } from '../language.js';
import { assignmentStateSchema } from '../sampling.js';
import { agentRefSchema } from './call-legs.js';
import { defineRoutes, get } from './route.js';

/** By what the progress of sampling plans is told; `period` is that of a draw. */
export const progressBySchema = z.enum(['plan', 'reviewer', 'team', 'period']);
export type ProgressBy = z.infer<typeof progressBySchema>;

const days = {
  /** Draws whose period ended from this day on, until that day, by the calendar of the site. */
  from: z.iso.date(),
  to: z.iso.date(),
};
const inOrder = <S extends z.ZodType<{ from: string; to: string }>>(schema: S) =>
  schema.refine(({ from, to }) => from <= to, {
    ...inWords('不能早于开始日期', 'must not be before the first day'),
    path: ['to'],
  });

export const progressQuerySchema = inOrder(z.object({ by: progressBySchema, ...days }).strict());
export type ProgressQuery = z.infer<typeof progressQuerySchema>;

/** What draws took, and how far it is: `drawn` is the sum of `completed`, `waiting`, `taken`, `replaced` and `lapsed`. */
export const progressFiguresSchema = z.object({
  /** Calls' legs that draws took, those that took the place of others included. */
  drawn: z.number().int(),
  /** Reviewed. */
  completed: z.number().int(),
  /** Open, with a reviewer. */
  taken: z.number().int(),
  /** Open, for those who take it. */
  waiting: z.number().int(),
  /** Of the open ones, past their date. */
  overdue: z.number().int(),
  /** Another call took its place. */
  replaced: z.number().int(),
  /** Its sound was destroyed before it was reviewed. */
  lapsed: z.number().int(),
});
export type ProgressFigures = z.infer<typeof progressFiguresSchema>;
export const progressFigureSchema = progressFiguresSchema.keyof();
export type ProgressFigure = z.infer<typeof progressFigureSchema>;

export const progressSchema = z.object({
  total: progressFiguresSchema,
  rows: z.array(
    z.object({
      /** An id; `none` of what has no reviewer; first and last day of a period, `2026-03-02/2026-03-08`. */
      key: z.string(),
      /** Of a person or team; null: `detail` or the key says it. */
      name: bilingualSchema.nullable(),
      /** The code and name of a plan, the staff number of a person. */
      detail: z.string().nullable(),
      figures: progressFiguresSchema,
    }),
  ),
});
export type Progress = z.infer<typeof progressSchema>;
export type ProgressRow = Progress['rows'][number];

export const progressLegsQuerySchema = inOrder(
  z
    .object({
      by: progressBySchema,
      ...days,
      figure: progressFigureSchema,
      /** Of one row; of all without it. */
      key: z.string().max(60).optional(),
    })
    .strict(),
);
export type ProgressLegsQuery = z.infer<typeof progressLegsQuerySchema>;

/** The calls behind a number, what is due first first; at most 500. */
export const progressLegsSchema = z.object({
  /** Of all, also of those that are not listed. */
  count: z.number().int(),
  items: z.array(
    z.object({
      assignmentId: z.uuid(),
      callId: z.uuid(),
      /** The leg's place in its call, from 1. */
      leg: z.number().int(),
      startedAt: z.iso.datetime(),
      agent: agentRefSchema,
      plan: z.string(),
      reviewer: bilingualSchema.nullable(),
      dueAt: z.iso.datetime(),
      state: assignmentStateSchema,
      overdue: z.boolean(),
    }),
  ),
});
export type ProgressLegs = z.infer<typeof progressLegsSchema>;

/** How far reviews of drawn calls are. */
export const progressRoutes = defineRoutes('progress', 'reports', {
  figures: get('/api/v1/reports/progress', {
    summary: 'How far the reviews of drawn calls are, by plan, reviewer, team or period',
    description: 'Of the calls whose progress the account may see. In order of names, never by how far they are.',
    access: { permission: 'sampling.progress' },
    query: progressQuerySchema,
    answer: progressSchema,
  }),
  legs: get('/api/v1/reports/progress/calls', {
    summary: 'The calls behind a number of the progress of reviews',
    access: { permission: 'sampling.progress' },
    query: progressLegsQuerySchema,
    answer: progressLegsSchema,
  }),
});
