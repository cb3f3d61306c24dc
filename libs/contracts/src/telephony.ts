import { z } from 'zod';

/** What a part of a call is. `consult` is a conversation beside it, about it. */
export const legKindSchema = z.enum(['agent', 'queue', 'ivr', 'consult', 'external']);
export type LegKind = z.infer<typeof legKindSchema>;

/** What became of a leg: of a queue, `abandoned` is a caller who gave up. */
export const legOutcomeSchema = z.enum(['answered', 'no_answer', 'declined', 'abandoned', 'busy', 'failed']);
export type LegOutcome = z.infer<typeof legOutcomeSchema>;

/** What became of a call. `answered` is by a person; `missed` rang, or waited, until the system gave up. */
export const connectionSchema = z.enum(['answered', 'abandoned', 'missed', 'busy', 'failed']);
export type Connection = z.infer<typeof connectionSchema>;
