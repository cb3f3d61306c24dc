import { z } from 'zod';
import { languageSchema } from './language.js';
import { MAX_LABEL_LENGTH } from './provided-words.js';

/** Who speaks. Where that is not sure, it is `unknown`, never guessed. */
export const speakerSchema = z.enum(['agent', 'customer', 'unknown']);
export type Speaker = z.infer<typeof speakerSchema>;

/** One recognised word (en) or character group (zh). Times are milliseconds from the start of the recording. */
export const wordSchema = z.object({
  text: z.string(),
  fromMs: z.number().int().nonnegative(),
  toMs: z.number().int().nonnegative(),
  /** UTF-16 offsets into the turn's `text`; `toChar` is exclusive. */
  fromChar: z.number().int().nonnegative(),
  toChar: z.number().int().nonnegative(),
  /** 0–1, or null where the engine gives none. */
  confidence: z.number().min(0).max(1).nullable(),
  /** Its times are a guess: only the stretch around it was timed. Absent where they are known, and in transcripts before 0.4. */
  estimated: z.literal(true).optional(),
});
export type Word = z.infer<typeof wordSchema>;

export const turnSchema = z.object({
  /** 0-based and dense, in order of `fromMs`. */
  index: z.number().int().nonnegative(),
  speaker: speakerSchema,
  /**
   * Who it is in words that another tool wrote, or by the voice on one channel: `SPEAKER_00`. `left` and `right` where the words contradict
   * whose channel is whose. Absent where a tool named the side, or no one did.
   */
  label: z.string().max(MAX_LABEL_LENGTH).optional(),
  /** A person said that this label is neither side. */
  other: z.literal(true).optional(),
  /** The language that it is in, where that is not the call's. */
  language: languageSchema.optional(),
  fromMs: z.number().int().nonnegative(),
  toMs: z.number().int().nonnegative(),
  text: z.string(),
  words: z.array(wordSchema),
});
export type Turn = z.infer<typeof turnSchema>;

/**
 * Why the words may not be relied on. `sample_rate_below_engine`: recorded below the rate that the engine was trained on (8 kHz telephone
 * audio in a 16 kHz engine). `low_confidence`: the engine itself was mostly unsure. `speech_without_words`: speech was heard, hardly a word
 * came out. `cut_off`: more words than a day of talk has; what came after is not there. `other_language_heard`: the engine heard another language than the one given for the call.
 */
export const unreliableReasonSchema = z.enum([
  'sample_rate_below_engine',
  'low_confidence',
  'speech_without_words',
  'other_language_heard',
  'cut_off',
]);
export type UnreliableReason = z.infer<typeof unreliableReasonSchema>;

/**
 * Whether two people on one channel were told apart by their voices. `alike`: one voice, or two that are too much alike. `too_few_times`: the
 * engine gave too few times of words. `failed`: what tells them apart ended without an answer.
 */
export const voicesSchema = z.enum(['told_apart', 'alike', 'too_few_times', 'too_long', 'not_installed', 'failed']);
export type VoicesTold = z.infer<typeof voicesSchema>;

/** The final transcript of one recording, as it is sealed. An empty `unreliable` means that the words may be scored. */
export const transcriptSchema = z.object({
  format: z.literal('shouwen.transcript/1'),
  language: languageSchema,
  engine: z.object({
    name: z.string(),
    version: z.string(),
    model: z.string(),
    /** What found the speech: a model, or loudness alone. Absent where the words came with the call, and in older transcripts. */
    detector: z.enum(['silero-vad', 'energy']).optional(),
  }),
  /**
   * Engines that were preferred and gave no words, in order, and why: a closed word. `said`: what a server elsewhere said of it, one line
   * written there. Absent when the first one did.
   */
  fellBackFrom: z
    .array(z.object({ engine: z.string(), reason: z.string(), said: z.string().max(300).optional() }))
    .optional(),
  /** Language that the engine heard, where it tells and it was clear; BCP 47. */
  heardLanguage: z.string().optional(),
  durationMs: z.number().int().nonnegative(),
  channels: z.number().int().min(1).max(2),
  /** Absent where each side has its channel, and where the words came with the call. */
  voices: voicesSchema.optional(),
  /** The channel that was said to be the agent's, where what agents say is heard on the other. */
  doubted: z.enum(['left', 'right']).optional(),
  /** A person said who the speakers are. */
  named: z.literal('person').optional(),
  turns: z.array(turnSchema),
  unreliable: z.array(unreliableReasonSchema),
});
export type Transcript = z.infer<typeof transcriptSchema>;
