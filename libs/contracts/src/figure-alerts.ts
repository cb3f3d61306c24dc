import { z } from 'zod';

/** Figures of a team's day that can pass a line: calls with a missed critical item, the share answered within three rings, the share that is complete. */
export const figureMeasureSchema = z.enum(['critical', 'rings', 'complete']);
export type FigureMeasure = z.infer<typeof figureMeasureSchema>;

/** Filters of the list that find the calls behind an alert; what is not complete is on a board of its own. */
export const ALERTED_CALLS = {
  critical: { counted: 'yes', result: 'critical:not_met' },
  rings: { rings: 'beyond' },
} as const satisfies Record<Exclude<FigureMeasure, 'complete'>, object>;

/** A share as it is told beside a line that it is below, to a tenth of a per cent: never rounded up to the line. @returns from 0 to 1 */
export const shareBelow = (value: number, of: number): number =>
  of === 0 ? 0 : Math.floor((1000 * value) / of) / 1000;
