import { z } from 'zod';

/**
 * What is wrong with the sound itself. `silent`: no voice can be heard at all. `one_way`: one of two channels is silent. `same_channels`:
 * both carry the same, so that speakers cannot be told apart. `clipped`: so loud that it is distorted. `very_quiet`: hard to hear.
 */
export const soundFindingSchema = z.enum(['silent', 'one_way', 'same_channels', 'clipped', 'very_quiet']);
export type SoundFinding = z.infer<typeof soundFindingSchema>;

/** One channel, measured over the whole recording. Levels in dB relative to full scale, a full-scale sine being −3 dB. */
export const channelSoundSchema = z.object({
  /** Loudest sample; null when there is none but zero. */
  peakDbfs: z.number().nullable(),
  /** Root mean square of the twentieths of a second in which anything sounds; null when nothing does. */
  activeRmsDbfs: z.number().nullable(),
  /** Share of the time, 0–1, in which nothing can be heard. */
  silentShare: z.number().min(0).max(1),
  /** Share of the samples, 0–1, in runs at full scale. */
  clippedShare: z.number().min(0).max(1),
});
export type ChannelSound = z.infer<typeof channelSoundSchema>;

/** Measured once, when a recording is sealed. */
export const soundChecksSchema = z.object({
  findings: z.array(
    z.object({
      finding: soundFindingSchema,
      /** 0 left, 1 right; null when it is about the whole. */
      channel: z.number().int().min(0).max(1).nullable(),
    }),
  ),
  channels: z.array(channelSoundSchema),
});
export type SoundChecks = z.infer<typeof soundChecksSchema>;
