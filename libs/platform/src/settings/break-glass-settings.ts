import { z } from 'zod';

/** How far an emergency opening goes, and how soon it has to be reviewed. */
export const breakGlassSettings = {
  /** Minutes for which recordings stay open; four hours at most, which the database holds to as well. */
  SHOUWEN_BREAK_GLASS_MINUTES: z.coerce.number().int().min(5).max(240).default(60),
  /** Working days within which another person reviews the opening. */
  SHOUWEN_BREAK_GLASS_REVIEW_DAYS: z.coerce.number().int().min(1).max(10).default(2),
};

type BreakGlassSettings = { [N in keyof typeof breakGlassSettings]: z.infer<(typeof breakGlassSettings)[N]> };

export const readBreakGlassSettings = (env: BreakGlassSettings) => ({
  minutes: env.SHOUWEN_BREAK_GLASS_MINUTES,
  reviewWorkingDays: env.SHOUWEN_BREAK_GLASS_REVIEW_DAYS,
});
