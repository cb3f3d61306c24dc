import { delimiter, isAbsolute, resolve } from 'node:path';
import { z } from 'zod';

/** Directories under which folders may be watched for what telephone systems write, between colons; empty: none. */
export const watchedSettings = {
  SHOUWEN_WATCHED_DIRS: z
    .string()
    .default('')
    .transform((list) => list.split(delimiter).filter((one) => one !== ''))
    .refine((list) => list.every((one) => isAbsolute(one)), 'each must be an absolute path'),
  /** Hours without a record after which a telephone system that sends at this time of the week is said to be silent; 0: never. */
  SHOUWEN_SOURCE_SILENT_HOURS: z.coerce.number().int().min(0).max(72).default(2),
  /** Files of a folder that were put aside within a day, from which on administrators are told; 0: never. */
  SHOUWEN_ASIDE_FILES: z.coerce.number().int().min(0).max(100_000).default(10),
};

type WatchedSettings = { [N in keyof typeof watchedSettings]: z.infer<(typeof watchedSettings)[N]> };

/** @returns without strokes at their ends */
export const readWatchedSettings = (env: WatchedSettings) => ({
  watchedDirs: env.SHOUWEN_WATCHED_DIRS.map((one) => resolve(one)),
  sourceAlarms: { silentHours: env.SHOUWEN_SOURCE_SILENT_HOURS, asideFiles: env.SHOUWEN_ASIDE_FILES },
});
