import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { defineRoutes, get, post } from './route.js';

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

/** Stretches that may be a card's code. In doubt nothing is cut out of a stored recording; a person decides. */
export const cardCodesRoutes = defineRoutes('cardCodes', 'company', {
  waiting: get('/api/v1/card-codes', {
    summary: 'Stretches that may be card codes, and wait for a person’s decision',
    access: { permission: 'redaction.decide' },
    answer: doubtfulCodesSchema,
  }),
  answer: post('/api/v1/calls/{callId}/card-codes', {
    summary: 'Says whether a stretch is a card’s code',
    description:
      'A code is cut out of the stored recording for good. A stretch that is no code can be heard and read again.',
    access: { permission: 'redaction.decide' },
    body: cardCodeAnswerSchema,
    refusals: ['card_code_decided'],
  }),
});
