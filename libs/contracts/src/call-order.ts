import { z } from 'zod';

/**
 * In which order a list of calls is read. `worst`: first calls on which a critical item was missed, then by the share of the points that was
 * lost, the largest first; `docs/how-to/find-calls.md` has the rule. Calls for which the measure is not known come last, the newest first, or,
 * where the order begins with the smallest, the oldest first.
 */
export const callSortSchema = z.enum([
  'newest',
  'oldest',
  'worst',
  'score_lowest',
  'score_highest',
  'longest',
  'shortest',
  'ring_longest',
  'ring_shortest',
  'silence_longest',
  'silence_shortest',
]);
export type CallSort = z.infer<typeof callSortSchema>;

/** Orders that tell something of how a call was judged: a person who must not know it yet is given such calls as if they were not judged. */
export const SORTS_BY_RESULT: readonly CallSort[] = ['worst', 'score_lowest', 'score_highest'];

/** Stretches of the site's calendar that move with the days; weeks begin on Monday. */
export const callPeriodSchema = z.enum([
  'today',
  'yesterday',
  'this_week',
  'last_week',
  'this_month',
  'last_month',
  'last_30_days',
]);
export type CallPeriod = z.infer<typeof callPeriodSchema>;

/** Columns of the list that can be left out; the time is always there. `ring` and `silence` are shown only where they are chosen. */
export const callColumnSchema = z.enum([
  'agent',
  'customer',
  'duration',
  'ring',
  'silence',
  'outcomes',
  'worst',
  'points',
  'stage',
]);
export type CallColumn = z.infer<typeof callColumnSchema>;
export const USUAL_COLUMNS: readonly CallColumn[] = [
  'agent',
  'customer',
  'duration',
  'outcomes',
  'worst',
  'points',
  'stage',
];
