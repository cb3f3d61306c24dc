import { z } from 'zod';

/**
 * Where one right of a round is. `removal_asked`: it is no longer needed and waits for the person who can take it away; `gone`: it ended before an
 * answer came.
 */
export const recertifiedStateSchema = z.enum(['open', 'kept', 'removal_asked', 'removed', 'gone']);
export type RecertifiedState = z.infer<typeof recertifiedStateSchema>;

export const recertifiedKindSchema = z.enum(['role', 'grant']);
export type RecertifiedKind = z.infer<typeof recertifiedKindSchema>;

export const recertificationAnswerSchema = z.enum(['keep', 'remove']);
export type RecertificationAnswer = z.infer<typeof recertificationAnswerSchema>;

export const DEFAULT_RECERTIFICATION = { everyMonths: 6, answerDays: 21 } as const;
