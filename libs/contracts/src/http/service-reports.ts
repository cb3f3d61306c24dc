import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { serviceReportBySchema } from '../report-kinds.js';
import { rateSchema } from './calls.js';
import { ofPossibleDays, reportFilters } from './reports.js';

/** Filters of other figures do not fit: a call that no one answered has no score, and often no language. */
export const serviceReportQuerySchema = ofPossibleDays(
  reportFilters
    .pick({ from: true, to: true, team: true, client: true, agent: true, queue: true })
    .extend({ by: serviceReportBySchema }),
);
export type ServiceReportQuery = z.infer<typeof serviceReportQuerySchema>;

/** A mean of the calls of which it is known. */
const meanSecondsSchema = z.object({ n: z.number().int(), seconds: z.number() });

/**
 * What became of the inbound calls that came to a queue or to an agent's telephone and are over. Each call is one of the five, and counts once in a
 * group, however many telephones rang.
 */
export const serviceFiguresSchema = z.object({
  /** All five together. */
  offered: z.number().int(),
  /** By a person of the group. */
  answered: z.number().int(),
  /** Beside the five: another group's people, or a number outside, answered it. It is in no other figure here. */
  answeredElsewhere: z.number().int(),
  /** The caller gave up, after as many seconds as the company set, or after an unknown time. */
  abandoned: z.number().int(),
  /** The caller gave up sooner. */
  shortAbandoned: z.number().int(),
  /** Rang or waited until the system gave up, was refused, or could not be put through. */
  missed: z.number().int(),
  /** The telephone system does not say. */
  unknown: z.number().int(),
  /**
   * Service level: answered within the seconds that the company set, of answered calls whose wait is known, missed calls and abandoned ones, short
   * ones left out. null: of none.
   */
  inTime: rateSchema.nullable(),
  /** Abandoned calls, of those answered, missed and abandoned, short ones left out. null: of none. */
  abandonment: rateSchema.nullable(),
  /** From the beginning of the wait in the queue, or of the ringing where there was none, to the answer. null: of none it is known. */
  speedOfAnswer: meanSecondsSchema.nullable(),
  /** Talking and holding, of all agents of the group in the call; work after the call is not in it. null: of none it is known. */
  handleTime: meanSecondsSchema.nullable(),
});
export type ServiceFigures = z.infer<typeof serviceFiguresSchema>;

export const serviceReportSchema = z.object({
  asOf: z.iso.datetime(),
  /** Rows that are left out because there are too many. */
  leftOut: z.number().int(),
  /** What the figures were counted by. */
  settings: z.object({
    withinSeconds: z.number().int(),
    targetPercent: z.number().int(),
    shortAbandonSeconds: z.number().int(),
  }),
  /** Calls of the period whose direction is not known: they are in no figure. */
  withoutDirection: z.number().int(),
  /** Of all calls of the period, also of those without a key, such as calls of no queue. */
  total: serviceFiguresSchema,
  rows: z.array(
    z.object({
      /** An id, a name or a day. */
      key: z.string(),
      /** Of what has a name in both languages; null: the key says it. */
      name: bilingualSchema.nullable(),
      figures: serviceFiguresSchema,
    }),
  ),
});
export type ServiceReport = z.infer<typeof serviceReportSchema>;
