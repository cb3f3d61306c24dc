import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import { outcomeMoveSchema, runSchema } from './runs.js';

/** `heard` by an engine, or brought along with the call; `corrected` by a person. */
export const wordsOriginSchema = z.enum(['heard', 'corrected']);
export type WordsOrigin = z.infer<typeof wordsOriginSchema>;

/** Longer than a person speaks without a pause. */
export const MAX_TURN_LENGTH = 4_000;

/** What was said, where the engine misheard it. */
export const wordsCorrectionSchema = z
  .object({
    recordingId: z.uuid(),
    /** The version that was read: on a newer one nothing is changed. */
    transcriptId: z.uuid(),
    turns: z
      .array(
        z
          .object({
            turn: z.number().int().nonnegative(),
            /** Empty: nothing was said there. */
            text: plainText().trim().max(MAX_TURN_LENGTH),
          })
          .strict(),
      )
      .min(1)
      .max(50),
  })
  .strict();
export type WordsCorrection = z.infer<typeof wordsCorrectionSchema>;

/** One version of a recording's words: whose it is, and how much it changed; not the words. */
export const wordsVersionSchema = z.object({
  transcriptId: z.uuid(),
  recordingId: z.uuid(),
  version: z.number().int(),
  origin: wordsOriginSchema,
  at: z.iso.datetime(),
  /** Who corrected it. */
  by: bilingualSchema.nullable(),
  engine: z.string(),
  model: z.string(),
  /** Of the words, those that differ from the version before; null in a first version. */
  changed: z.object({ words: z.number().int(), changed: z.number().int() }).nullable(),
  /** Whether its words can still be read: they go with the recording. */
  readable: z.boolean(),
});
export type WordsVersion = z.infer<typeof wordsVersionSchema>;

export const wordsVersionListSchema = z.object({
  /** The newest first. */
  versions: z.array(wordsVersionSchema),
  /** Words that were asked for again and are not there yet. */
  beingMade: z.boolean(),
});
export type WordsVersionList = z.infer<typeof wordsVersionListSchema>;

/** The result of hearing a period's calls again. */
export const rehearingSchema = z.object({
  run: runSchema,
  /** Recordings whose new words are there, and how many of their words differ from before. */
  heard: z.object({ recordings: z.number().int(), words: z.number().int(), changed: z.number().int() }),
  /** No engine gave words for them: the ones that there were go on counting. */
  failed: z.number().int(),
  /** How outcomes differ between the last card on the old words and the first on the new ones, for each item that moved. */
  items: z.array(z.object({ itemId: z.string(), title: bilingualSchema, moves: z.array(outcomeMoveSchema) })),
});
export type Rehearing = z.infer<typeof rehearingSchema>;
