import { z } from 'zod';

/** What a sensitive stretch of words is (policy S20, decision 32). `other_number`: a number that was asked for and is none of the others. */
export const sensitiveKindSchema = z.enum([
  'identity_card',
  'bank_card',
  'card_code',
  'telephone',
  'passport',
  'email',
  'address',
  'other_number',
]);
export type SensitiveKind = z.infer<typeof sensitiveKindSchema>;

/**
 * `certain`: its form proves it (a check digit), or it directly follows its name or the question for it. Only then is a card's code cut out
 * of the stored recording. `likely`: its form fits. `possible`: only its surroundings
 * speak for it.
 */
export const certaintySchema = z.enum(['certain', 'likely', 'possible']);
export type Certainty = z.infer<typeof certaintySchema>;

/** A sensitive stretch of a transcript, in coordinates: never the words. */
export const sensitiveSpanSchema = z.object({
  turn: z.number().int().nonnegative(),
  /** UTF-16 offsets into the turn's text; `toChar` is exclusive. */
  fromChar: z.number().int().nonnegative(),
  toChar: z.number().int().positive(),
  /** When it is heard, milliseconds of the recording: from the words' own times, or else from the turn's with a wide margin. */
  fromMs: z.number().int().nonnegative(),
  toMs: z.number().int().nonnegative(),
  kind: sensitiveKindSchema,
  certainty: certaintySchema,
});
export type SensitiveSpan = z.infer<typeof sensitiveSpanSchema>;

/**
 * What the company does with sensitive stretches. `mask` hides them; `highlight` is a trial: they are shown marked to all who may read, and
 * nothing is hidden. Card codes are hidden in both.
 */
export const redactionModeSchema = z.enum(['mask', 'highlight']);
export type RedactionMode = z.infer<typeof redactionModeSchema>;

export const redactionPolicySchema = z
  .object({
    mode: redactionModeSchema,
    /** Kinds whose words are hidden. What is left out is shown; in sound every kind is hidden. */
    kinds: z.array(sensitiveKindSchema).max(sensitiveKindSchema.options.length),
    /** May a recording be heard whose words could not be made, so that nothing could be checked? */
    unchecked: z.enum(['listen', 'refuse']),
  })
  .strict();
export type RedactionPolicy = z.infer<typeof redactionPolicySchema>;

/** How every company begins: everything is hidden. */
export const STRICTEST_REDACTION: RedactionPolicy = {
  mode: 'mask',
  kinds: [...sensitiveKindSchema.options],
  unchecked: 'listen',
};
