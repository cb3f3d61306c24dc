import { modelAnswerSchema, type ModelAnswer, type NoAnswer } from '#contracts';
import { z } from 'zod';

/** An answer with every number that it may hold is below 300 characters. */
const MOST_CHARACTERS = 2_000;

/** What counts of the reply of `/chat/completions`. */
const replySchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.string().nullish(),
          refusal: z.string().nullish(),
          tool_calls: z.array(z.unknown()).nullish(),
        }),
      }),
    )
    .min(1),
});

/** The one answer in a reply, or why there is none. Nothing is repaired, cut out of prose or guessed. */
export function readReply(reply: unknown): { answer: ModelAnswer } | { why: NoAnswer } {
  const read = replySchema.safeParse(reply);
  if (!read.success) return { why: 'garbage' };
  const { finish_reason: end, message } = read.data.choices[0]!;
  if (message.refusal || end === 'content_filter') return { why: 'refused' };
  if (message.tool_calls && message.tool_calls.length > 0) return { why: 'garbage' };
  const content = message.content?.trim() ?? '';
  if (end === 'length' || content.length > MOST_CHARACTERS) return { why: 'over_long' };
  try {
    const answer = modelAnswerSchema.safeParse(JSON.parse(content));
    return answer.success ? { answer: answer.data } : { why: 'garbage' };
  } catch {
    return { why: 'garbage' };
  }
}
