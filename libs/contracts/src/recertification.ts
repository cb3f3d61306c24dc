import { z } from 'zod';

/**
 * Where one right of a round is. `removal_asked`: it is no longer needed and waits for the person who can take it away; `gone`: it ended before an
 * answer came.
 */
export const recertifiedStateSchema = z.enum(['open', 'kept', 'removal_asked', 'removed', 'gone']);
export type RecertifiedState = z.infer<typeof recertifiedStateSchema>;

/**
 * What a right is: a person's role; a standing grant; a token by which programmes act for a person, one of a directory (SCIM) too; a token of a
 * service; what a group at the identity provider proposes; or that a person deputises for another.
 */
export const recertifiedKindSchema = z.enum(['role', 'grant', 'token', 'service_token', 'group', 'deputy']);
export type RecertifiedKind = z.infer<typeof recertifiedKindSchema>;

/** Another right than these ends with the answer that it is not needed. */
export const TAKEN_ELSEWHERE: readonly RecertifiedKind[] = ['role', 'grant'];

export const recertificationAnswerSchema = z.enum(['keep', 'remove']);
export type RecertificationAnswer = z.infer<typeof recertificationAnswerSchema>;

export const DEFAULT_RECERTIFICATION = { everyMonths: 6, answerDays: 21 } as const;
