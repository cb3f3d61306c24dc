import { z } from 'zod';
import { bilingualSchema } from '../language.js';

/** A stretch that may be a card's code, by its place in the words: never the words. */
const stretchSchema = z.object({
  transcriptId: z.uuid(),
  turn: z.number().int().nonnegative(),
  fromChar: z.number().int().nonnegative(),
});

/** A person's answer: `code` has it cut out of the stored recording for good, `no_code` has it heard and read again. */
export const cardCodeAnswerSchema = stretchSchema.extend({ answer: z.enum(['code', 'no_code']) }).strict();
export type CardCodeAnswer = z.infer<typeof cardCodeAnswerSchema>;

export const doubtfulCodeSchema = stretchSchema.extend({
  callId: z.uuid(),
  startedAt: z.iso.datetime(),
  agent: bilingualSchema,
  fromMs: z.number().int(),
  toMs: z.number().int(),
});
export type DoubtfulCode = z.infer<typeof doubtfulCodeSchema>;

/** The oldest calls first; at most 100, and how many calls there are in all. */
export const doubtfulCodesSchema = z.object({ total: z.number().int(), items: z.array(doubtfulCodeSchema) });
export type DoubtfulCodes = z.infer<typeof doubtfulCodesSchema>;
