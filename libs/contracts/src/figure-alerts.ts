import { z } from 'zod';

/** Figures of a team's day that can pass a line: calls with a missed critical item, and the share answered within three rings. */
export const figureMeasureSchema = z.enum(['critical', 'rings']);
export type FigureMeasure = z.infer<typeof figureMeasureSchema>;

/** Filters of the list that find the calls behind an alert. */
export const ALERTED_CALLS = {
  critical: { counted: 'yes', result: 'critical:not_met' },
  rings: { rings: 'beyond' },
} as const satisfies Record<FigureMeasure, object>;
