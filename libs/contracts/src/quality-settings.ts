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
    service: z
      .object({
        /** A call that is answered within so many seconds is answered in time. */
        withinSeconds: z.number().int().min(1).max(3_600),
        /** What share of calls the company wants answered in time, per cent. */
        targetPercent: z.number().int().min(1).max(100),
        /** A caller who gives up sooner dialled wrong, or thought better of it: not counted against anyone. */
        shortAbandonSeconds: z.number().int().min(1).max(600),
      })
      .strict(),
    acts: z
      .object({
        /** What sentences do is found beside phrases, and laid beside what rules find. */
        on: z.boolean(),
        /** Whether a language model of the company's own, where the operator set one, is asked what sentences do as well, or in the layer's place. */
        model: z.enum(['off', 'beside', 'instead']),
      })
      .strict(),
    trust: z
      .object({
        /** What agreement beyond chance (kappa) an item has to reach before its results by rule give points, per cent. */
        target: z.number().int().min(0).max(100),
        /** The same for single items, by their id. */
        items: z.record(z.string().max(80), z.number().int().min(0).max(100)),
        /** Blind reviews of so many days back count. */
        windowDays: z.number().int().min(7).max(730),
        /** From so many conversations on people's figures take the place of the product's own. */
        leastReviews: z.number().int().min(10).max(1000),
        /** Which results of an item that was never measured count: all, `met` alone, so that it accuses no one, or none. */
        unmeasured: z.enum(['all', 'met', 'none']),
      })
      .strict(),
  })
  .strict();
export type QualitySettings = z.infer<typeof qualitySettingsSchema>;

export const QUALITY_SETTINGS: QualitySettings = {
  disputes: { fileDays: 14, decideDays: 5, escalateDays: 7 },
  trust: { target: 60, items: {}, windowDays: 90, leastReviews: 30, unmeasured: 'met' },
  alerts: { criticalOfTeam: null, ringsPercent: null, leastCalls: 20 },
  reports: { filesByMail: false },
  service: { withinSeconds: 20, targetPercent: 80, shortAbandonSeconds: 5 },
  acts: { on: true, model: 'off' },
};
