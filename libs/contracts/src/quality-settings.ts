import { z } from 'zod';

const days = (most: number) => z.number().int().min(1).max(most);

/** What a quality manager sets for the whole company. */
export const qualitySettingsSchema = z
  .object({
    disputes: z
      .object({
        /** From the score, until an agent can contest it. */
        fileDays: days(180),
        /** From a dispute, until a supervisor should have decided; the same again for the quality manager. */
        decideDays: days(60),
        /** From a supervisor's decision, until the agent can go on to the quality manager. */
        escalateDays: days(60),
      })
      .strict(),
    alerts: z
      .object({
        /** From so many calls of a team with a missed critical item on, in a day; null: it is not told. */
        criticalOfTeam: z.number().int().min(1).max(10_000).nullable(),
        /** Below this share of a team's calls within three rings, in a day, per cent; null: it is not told. */
        ringsPercent: z.number().int().min(1).max(100).nullable(),
        /** A share of fewer calls says too little to be told. */
        leastCalls: z.number().int().min(1).max(10_000),
      })
      .strict(),
    reports: z
      .object({
        /** A report that comes by mail may have its file with it; else it is a summary with a link. */
        filesByMail: z.boolean(),
      })
      .strict(),
  })
  .strict();
export type QualitySettings = z.infer<typeof qualitySettingsSchema>;

export const QUALITY_SETTINGS: QualitySettings = {
  disputes: { fileDays: 14, decideDays: 5, escalateDays: 7 },
  alerts: { criticalOfTeam: null, ringsPercent: null, leastCalls: 20 },
  reports: { filesByMail: false },
};
