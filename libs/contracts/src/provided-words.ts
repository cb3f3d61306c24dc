import { z } from 'zod';

/** Who a speaker of a transcript that came with the call is. `other`: neither side, as an announcement or an interpreter. */
export const speakerRoleSchema = z.enum(['agent', 'customer', 'other']);
export type SpeakerRole = z.infer<typeof speakerRoleSchema>;

/** The most speakers that a person is asked about. */
export const MAX_SPEAKERS = 12;
/** A longer name is no label. */
export const MAX_LABEL_LENGTH = 60;

/** What each speaker of a recording's words is, in the order in which they first speak; null: not known yet. */
export const speakerRolesSchema = z.array(speakerRoleSchema.nullable()).max(MAX_SPEAKERS);

/** Why words that came with a call cannot be used. */
export const wordsRefusalCodeSchema = z.enum([
  'too_large',
  'empty',
  'not_utf8',
  'unknown_format',
  'invalid_json',
  'invalid_shape',
  'invalid_time',
  'time_runs_backwards',
  'time_beyond_recording',
  'overlapping_turns',
  'too_many_turns',
  'turn_too_long',
  'too_many_characters',
  'too_many_speakers',
  'language_mismatch',
]);
export type WordsRefusalCode = z.infer<typeof wordsRefusalCodeSchema>;

/** Where in the sent words something is wrong. */
export const wordsPositionSchema = z.object({
  byte: z.number().int().optional(),
  /** Counted from 1. */
  line: z.number().int().optional(),
  /** Counted from 0. */
  turn: z.number().int().optional(),
  /** A path into JSON: `segments.3.start`. */
  path: z.string().optional(),
  /** Of words that came in two files: which channel's. */
  channel: z.enum(['left', 'right']).optional(),
});
export type WordsPosition = z.infer<typeof wordsPositionSchema>;

/** Why provided words cannot be used, and where. Carries no words. */
export const wordsRefusalSchema = z.object({ code: wordsRefusalCodeSchema, at: wordsPositionSchema });
export type WordsRefusal = z.infer<typeof wordsRefusalSchema>;
