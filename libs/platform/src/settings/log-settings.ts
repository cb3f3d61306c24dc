import { z } from 'zod';

const MEGABYTE = 1024 ** 2;

/** The files that `npm start` and the demonstration keep of what API, worker and PostgreSQL say. */
export const logSettings = {
  SHOUWEN_LOG_FILE_MEGABYTES: z.coerce.number().int().min(1).max(10_000).default(50),
  SHOUWEN_LOG_FILES: z.coerce.number().int().min(1).max(1000).default(5),
};

type Given = z.infer<z.ZodObject<typeof logSettings>>;

/** A file of so many bytes is set aside, and so many of those are kept. */
export function readLogSettings(env: Given): { bytes: number; kept: number } {
  return { bytes: env.SHOUWEN_LOG_FILE_MEGABYTES * MEGABYTE, kept: env.SHOUWEN_LOG_FILES };
}
