import { z } from 'zod';

/** A stretch of a recording, milliseconds from its start; `toMs` is exclusive. */
export const spanSchema = z.object({ fromMs: z.number().int().nonnegative(), toMs: z.number().int().positive() });
export type Span = z.infer<typeof spanSchema>;

export const sideSchema = z.enum(['agent', 'customer']);
export type Side = z.infer<typeof sideSchema>;

/**
 * Why there are no measures of each side. `mono`: one channel carries both. `unassigned`: it is not known whose channel is whose.
 * `same_channels`: both channels carry the same sound. `one_way`: one side was not recorded, so that its silence means nothing.
 * `holds`: the call was on hold and it is not known when, so that music may pass for speech.
 */
export const sidesUnknownSchema = z.enum(['mono', 'unassigned', 'same_channels', 'one_way', 'holds']);
export type SidesUnknown = z.infer<typeof sidesUnknownSchema>;

/** How fast a side spoke: of all its words, over all its speech; breaths up to a quarter of a second are speech. */
export const speakingRateSchema = z.object({
  perMinute: z.number().int().nonnegative(),
  /** zh counts characters, en words. */
  unit: z.enum(['characters', 'words']),
});
export type SpeakingRate = z.infer<typeof speakingRateSchema>;

/** What was measured of one side. */
export const sideMeasuresSchema = z.object({
  speechMs: z.number().int().nonnegative(),
  /** Share of both sides' speech, 0–1; null where neither spoke. */
  talkShare: z.number().min(0).max(1).nullable(),
  /** null until there are words, and with too little speech to tell. */
  rate: speakingRateSchema.nullable(),
  /** Where this side began while the other had the floor, and both went on: `INTERRUPTION`. From its start to the end of the overlap. */
  interruptions: z.array(spanSchema),
});
export type SideMeasures = z.infer<typeof sideMeasuresSchema>;

/** The other has the floor after speaking for so long; both must then speak at once for so long. A shorter "mm-hm" is no interruption. */
export const INTERRUPTION = { speakingMs: 1_000, overlapMs: 700 } as const;
/** Silences shorter than this are pauses and not listed. Ours; no clause gives a figure. */
export const SILENCE_FROM_MS = 3_000;
/** Both voices at once for less than this are a hand-over from one to the other. */
export const TALK_OVER_FROM_MS = 200;
/** With less speech than this a rate says nothing. */
export const RATE_FROM_SPEECH_MS = 5_000;

/** Both at once. `startedBy` is who began while the other spoke; null when they began together. */
export const talkOverSchema = spanSchema.extend({ startedBy: sideSchema.nullable() });

/** What can be measured of a leg's conversation without understanding it. Holds, as the phone system tells them, are left out throughout. */
export const callMeasuresSchema = z.object({
  format: z.literal('shouwen.measures/1'),
  /** Name and version of what told speech from silence: the same sound gives the same spans. */
  detector: z.string(),
  durationMs: z.number().int().nonnegative(),
  /** null: `sidesUnknown` says why, and all that needs sides is absent. */
  sides: z.object({ agent: sideMeasuresSchema, customer: sideMeasuresSchema }).nullable(),
  sidesUnknown: sidesUnknownSchema.nullable(),
  /** Silences of `SILENCE_FROM_MS` or longer, in order; null where one side was not recorded, or holds are not known. */
  silences: z.array(spanSchema).nullable(),
  /** The longest silence, however short; null without any, and where silences are not known. */
  longestSilence: spanSchema.nullable(),
  /** Both speak at once for `TALK_OVER_FROM_MS` or longer, in order; null without sides. */
  talkOver: z.object({ totalMs: z.number().int().nonnegative(), spans: z.array(talkOverSchema) }).nullable(),
});
export type CallMeasures = z.infer<typeof callMeasuresSchema>;
