import { delimiter, isAbsolute, resolve } from 'node:path';
import { z } from 'zod';

/** Directories under which folders may be watched for what telephone systems write, between colons; empty: none. */
export const watchedSettings = {
  SHOUWEN_WATCHED_DIRS: z
    .string()
    .default('')
    .transform((list) => list.split(delimiter).filter((one) => one !== ''))
    .refine((list) => list.every((one) => isAbsolute(one)), 'each must be an absolute path'),
};

/** @returns without strokes at their ends */
export const readWatchedSettings = (env: { SHOUWEN_WATCHED_DIRS: string[] }) => ({
  watchedDirs: env.SHOUWEN_WATCHED_DIRS.map((one) => resolve(one)),
});
