import { z } from 'zod';

/**
 * Why a model gave no answer. `over_budget`: the call had as many questions as one call may have. `words_too_long`: the conversation is
 * longer than is sent. `refused`: the model would not. `garbage`: not the shape that was asked for. `over_long`: no end came. `unfounded`:
 * the words that it quotes are not in the turn that it names, or it names none. `words_address_judge`: a speaker in the call addressed the
 * judge, so the model was not asked.
 */
export const noAnswerSchema = z.enum([
  'timeout',
  'busy',
  'unreachable',
  'request_refused',
  'refused',
  'garbage',
  'over_long',
  'unfounded',
  'over_budget',
  'words_too_long',
  'words_address_judge',
]);
export type NoAnswer = z.infer<typeof noAnswerSchema>;
