import { type NoAnswer } from '#contracts';
import { z } from 'zod';

/** An answer with all that it may hold is shorter. */
const MOST_CHARACTERS = 8_000;

/** What counts of the reply of `/chat/completions`. */
const replySchema = z.object({
  /** Servers say here which model really answered; its name may differ from the one asked for. */
  model: z.string().nullish(),
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

/** What a model thinks aloud first, and the fence that it puts around an answer: servers without a schema pass both on. */
const THOUGHT = /^\s*<think>[\s\S]*?<\/think>/;
const FENCE = /^```(?:json)?\s*\n([\s\S]*?)\n?```$/;

export type Replied<T> = { reply: T; served: string | null } | { why: NoAnswer };

/** The one answer in a reply, or why there is none. Nothing is repaired, cut out of prose or guessed. */
export function readReply<T>(body: unknown, answer: z.ZodType<T>): Replied<T> {
  const read = replySchema.safeParse(body);
  if (!read.success) return { why: 'garbage' };
  const { finish_reason: end, message } = read.data.choices[0]!;
  if (message.refusal || end === 'content_filter') return { why: 'refused' };
  if (message.tool_calls && message.tool_calls.length > 0) return { why: 'garbage' };
  const content = (message.content ?? '').replace(THOUGHT, '').trim();
  if (end === 'length' || content.length > MOST_CHARACTERS) return { why: 'over_long' };
  try {
    const reply = answer.safeParse(JSON.parse(FENCE.exec(content)?.[1] ?? content));
    return reply.success ? { reply: reply.data, served: nameOf(read.data.model) } : { why: 'garbage' };
  } catch {
    return { why: 'garbage' };
  }
}

/** Some servers name a model by its path on their disk: the file's name tells it apart, and the rest is theirs. */
const nameOf = (model: string | null | undefined): string | null =>
  model ? (model.split(/[\\/]/).at(-1) ?? model).slice(0, 200) : null;
