import { z } from 'zod';
import { noAnswerSchema } from './no-answer.js';
import { measuredAgreementSchema, outcomeSchema } from './scoring.js';

/** More places than this decide nothing. */
export const MOST_CITED = 4;
/** A quote names a place; a paragraph is not needed for it. */
const MOST_QUOTED = 400;

/** What a language model must say of a question: this and nothing else. */
export const modelReplySchema = z.strictObject({
  outcome: outcomeSchema,
  /** The turns on which it rests, by number from 0, each with some of its words. */
  cited: z
    .array(z.strictObject({ turn: z.number().int().nonnegative(), quote: z.string().max(MOST_QUOTED) }))
    .max(MOST_CITED),
  confidence: z.number().min(0).max(1),
});
export type ModelReply = z.infer<typeof modelReplySchema>;

/** A reply whose quotes were found where it says they are: places instead of words. */
export const modelAnswerSchema = z.strictObject({
  outcome: outcomeSchema,
  cited: z
    .array(
      z.strictObject({
        turn: z.number().int().nonnegative(),
        fromChar: z.number().int().nonnegative(),
        toChar: z.number().int().positive(),
      }),
    )
    .max(MOST_CITED),
  confidence: z.number().min(0).max(1),
});
export type ModelAnswer = z.infer<typeof modelAnswerSchema>;

/**
 * Whether an answer counts for an item, by what people have said of such answers so far. `unproven`: they have not agreed often enough.
 * `checked`: often enough, but this call is one of those that people judge all the same, so that it stays measured.
 */
export const modelTrustSchema = measuredAgreementSchema.extend({
  itemId: z.string(),
  standing: z.enum(['unproven', 'checked', 'counts']),
});
export type ModelTrust = z.infer<typeof modelTrustSchema>;

const asked = {
  model: z.string(),
  host: z.string(),
  promptVersion: z.number().int(),
  /** Names the question by its words. */
  questionKey: z.string(),
  requestHash: z.string(),
};

/** The result of asking a model one question about one transcript, as it is stored and replayed. Numbers and closed words, none of the call's. */
export const modelSaidSchema = z.discriminatedUnion('said', [
  z.object({
    said: z.literal('answer'),
    ...asked,
    /** What the server calls the model that answered; null where it does not say. */
    served: z.string().nullable(),
    answer: modelAnswerSchema,
    /** Added when a leg is judged, and kept with its card. */
    trust: z.array(modelTrustSchema).optional(),
  }),
  z.object({ said: z.literal('nothing'), ...asked, why: noAnswerSchema }),
]);
export type ModelSaid = z.infer<typeof modelSaidSchema>;
