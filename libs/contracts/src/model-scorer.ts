import { z } from 'zod';
import { outcomeSchema } from './scoring.js';

/** More turns than this decide nothing. */
export const MOST_CITED_TURNS = 20;

/** What a language model must say of a question: this and nothing else. */
export const modelAnswerSchema = z.strictObject({
  outcome: outcomeSchema,
  /** The turns on which it rests, by number from 0. */
  turns: z.array(z.number().int().nonnegative()).max(MOST_CITED_TURNS),
  confidence: z.number().min(0).max(1),
});
export type ModelAnswer = z.infer<typeof modelAnswerSchema>;

/**
 * Why a model gave no answer. `over_budget`: the call had as many questions as one call may have. `words_too_long`: the conversation is longer
 * than is sent. `refused`: the model would not. `garbage`: not the shape that was asked for. `over_long`: no end came.
 * `words_address_judge`: somebody in the call spoke to whoever judges it, so the model was not asked.
 */
export const noAnswerSchema = z.enum([
  'timeout',
  'busy',
  'unreachable',
  'request_refused',
  'refused',
  'garbage',
  'over_long',
  'over_budget',
  'words_too_long',
  'words_address_judge',
]);
export type NoAnswer = z.infer<typeof noAnswerSchema>;

const asked = { model: z.string(), host: z.string(), promptVersion: z.number().int(), requestHash: z.string() };

/** What came of asking a model one question about one transcript, as it is stored and replayed. Numbers and closed words, none of the call's. */
export const modelSaidSchema = z.discriminatedUnion('said', [
  z.object({ said: z.literal('answer'), ...asked, answer: modelAnswerSchema }),
  z.object({ said: z.literal('nothing'), ...asked, why: noAnswerSchema }),
]);
export type ModelSaid = z.infer<typeof modelSaidSchema>;
