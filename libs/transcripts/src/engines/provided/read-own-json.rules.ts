import { z } from 'zod';
import { languageSchema, speakerSchema, transcriptSchema } from '#contracts';
import { type ProvidedContent, type ProvidedTurn, type Read, refuse } from './provided-words.js';

const times = { fromMs: z.number().int().nonnegative(), toMs: z.number().int().nonnegative() };

/**
 * The simple form for those who write their own exporter: `{ language, turns: [{ speaker, fromMs, toMs, text, words? }] }`, times in whole
 * milliseconds from the start of the recording; `words: [{ text, fromMs, toMs, confidence? }]` in the order in which the text has them.
 */
export const simpleWordsSchema = z.object({
  language: languageSchema,
  turns: z.array(
    z.object({
      speaker: speakerSchema,
      ...times,
      text: z.string().min(1),
      words: z
        .array(
          z.object({
            text: z.string().min(1),
            ...times,
            confidence: z.number().min(0).max(1).nullable().default(null),
          }),
        )
        .optional(),
    }),
  ),
});
export type SimpleWords = z.input<typeof simpleWordsSchema>;

/** Reads our own JSON: the simple form, or a whole transcript that Shouwen exported. */
export function readOwnJson(json: object): Read<ProvidedContent> {
  return 'format' in json ? readExported(json) : readSimple(json);
}

function readExported(json: object): Read<ProvidedContent> {
  const parsed = transcriptSchema.safeParse(json);
  if (!parsed.success) return refuseShape(parsed.error);
  const { language, turns, unreliable } = parsed.data;
  return { ok: true, value: { format: 'shouwen-json', language, turns, unreliable } };
}

function readSimple(json: object): Read<ProvidedContent> {
  const parsed = simpleWordsSchema.safeParse(json);
  if (!parsed.success) return refuseShape(parsed.error);
  const turns = parsed.data.turns.map(({ words, ...turn }): ProvidedTurn => (words ? { ...turn, words } : turn));
  return { ok: true, value: { format: 'shouwen-json', language: parsed.data.language, turns } };
}

function refuseShape(error: z.ZodError): ReturnType<typeof refuse> {
  return refuse('invalid_shape', { path: error.issues[0]?.path.join('.') ?? '' });
}
