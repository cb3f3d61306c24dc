import { z } from 'zod';

/**
 * Work that a deputy can do for a person who is away. `messages`: what that person would be told of goes to the deputy as well. Agreeing to roles,
 * confirming rights, emergency openings, standing grants, keys, holds, retention and redaction are not here: no one does them for another.
 */
export const delegableWorkSchema = z.enum(['approvals', 'disputes', 'reviews', 'promises', 'coaching', 'messages']);
export type DelegableWork = z.infer<typeof delegableWorkSchema>;

/** `asked`: the deputy has not answered. `accepted`: it counts on its days. `ended`: a person ended it early; `over`: its last day is past. */
export const absenceStateSchema = z.enum(['asked', 'accepted', 'declined', 'ended', 'over']);
export type AbsenceState = z.infer<typeof absenceStateSchema>;

/** A longer absence is a change of roles. */
export const LONGEST_ABSENCE_DAYS = 92;
