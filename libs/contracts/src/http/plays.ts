import { z } from 'zod';

export const openPlayRequestSchema = z
  .object({
    recordingId: z.uuid(),
    purpose: z.enum(['quality', 'coaching', 'own_call']).default('quality'),
    /** The grant of one's own legal request: its purpose holds, the play is counted, and a fresh proof is needed. */
    grantId: z.uuid().optional(),
  })
  .strict();
export type OpenPlayRequest = z.infer<typeof openPlayRequestSchema>;

/**
 * What is heard. `masked`: silent where something sensitive is said. `clean`: nothing sensitive was found. `unchecked`: there are no words, so
 * nothing could be looked for. `trial`: as it was said, while the company tries out what would be hidden. `original`: as it was said, by right.
 */
export const heardSoundSchema = z.enum(['masked', 'clean', 'unchecked', 'trial', 'original']);
export type HeardSound = z.infer<typeof heardSoundSchema>;

/** A playback, bound to the session and the grant that allowed it. */
export const playSchema = z.object({
  playId: z.uuid(),
  recordingId: z.uuid(),
  /** Relative address that serves ranges while the play and its grant live. */
  audioUrl: z.string(),
  mimeType: z.string(),
  rendition: z.enum(['masked', 'original']),
  sound: heardSoundSchema,
  grantCode: z.string(),
  expiresAt: z.iso.datetime(),
});
export type Play = z.infer<typeof playSchema>;

/** How fast a player may play; the fastest also bounds how much can have been heard since a play was opened. */
export const PLAYBACK_RATES = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

/** What the player says was heard since it last said so: half-open intervals of the recording, milliseconds. */
export const heardRequestSchema = z
  .object({
    intervals: z.array(z.tuple([z.number().int().nonnegative(), z.number().int().positive()])).max(500),
  })
  .strict();

export const peaksSchema = z.object({
  format: z.literal('shouwen.peaks/1'),
  channels: z.number().int(),
  perSecond: z.number(),
  durationMs: z.number().int(),
  /** One array for each channel, loudness 0–127. */
  data: z.array(z.array(z.number().int())),
  /** Stretches that are silent because something sensitive is said there, milliseconds. */
  masked: z.array(z.object({ fromMs: z.number(), toMs: z.number() })).optional(),
});
export type Peaks = z.infer<typeof peaksSchema>;
