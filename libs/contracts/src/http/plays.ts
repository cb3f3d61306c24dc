import { z } from 'zod';

export const openPlayRequestSchema = z
  .object({ recordingId: z.uuid(), purpose: z.enum(['quality', 'coaching', 'own_call']).default('quality') })
  .strict();
export type OpenPlayRequest = z.infer<typeof openPlayRequestSchema>;

/** A playback, bound to the session and the grant that allowed it. */
export const playSchema = z.object({
  playId: z.uuid(),
  recordingId: z.uuid(),
  /** Relative address that serves ranges while the play and its grant live. */
  audioUrl: z.string(),
  mimeType: z.string(),
  rendition: z.enum(['masked', 'original']),
  grantCode: z.string(),
  expiresAt: z.iso.datetime(),
});
export type Play = z.infer<typeof playSchema>;

/** What the player says was heard since it last said so: half-open intervals of the recording, milliseconds. */
export const heardRequestSchema = z
  .object({
    intervals: z.array(z.tuple([z.number().int().nonnegative(), z.number().int().positive()])).max(500),
  })
  .strict();
export type HeardRequest = z.infer<typeof heardRequestSchema>;

export const peaksSchema = z.object({
  format: z.literal('shouwen.peaks/1'),
  channels: z.number().int(),
  perSecond: z.number(),
  durationMs: z.number().int(),
  /** One array for each channel, loudness 0–127. */
  data: z.array(z.array(z.number().int())),
});
export type Peaks = z.infer<typeof peaksSchema>;
