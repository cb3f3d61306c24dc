import { z } from 'zod';

const whole = (most: number) => z.coerce.number().int().min(0).max(most);

/** How much an installation does for what it keeps. */
export const careSettings = {
  /** One run of the scrubber, hourly, reads for at most this long; 0 turns it off. */
  SHOUWEN_SCRUB_SECONDS: whole(3600).default(1800),
  /** And this much; 0: as much as it takes to read all that is stored once in each period. */
  SHOUWEN_SCRUB_MEGABYTES: whole(10_000_000).default(0),
  /** An object that was read within so many days is left alone. */
  SHOUWEN_SCRUB_EVERY_DAYS: z.coerce
    .number()
    .int()
    .min(1, 'it must be 1 or more; SHOUWEN_SCRUB_SECONDS=0 turns the reading off')
    .max(3650)
    .default(30),
  /** Objects that are copied to the second place at once. */
  SHOUWEN_COPY_AT_ONCE: z.coerce.number().int().min(1).max(64).default(4),
  /** How often the database is backed up; 0 turns it off. */
  SHOUWEN_BACKUP_EVERY_HOURS: whole(24 * 31).default(24),
  SHOUWEN_BACKUP_KEEP: z.coerce.number().int().min(1).max(1000).default(7),
  /** How often the newest backup is restored into a scratch place; 0 turns it off. */
  SHOUWEN_DRILL_EVERY_DAYS: whole(366).default(7),
};

type CareSettings = { [N in keyof typeof careSettings]: z.infer<(typeof careSettings)[N]> };

export function readCareSettings(env: CareSettings) {
  return {
    scrub: {
      runMs: env.SHOUWEN_SCRUB_SECONDS * 1000,
      runBytes: env.SHOUWEN_SCRUB_MEGABYTES * 1024 ** 2,
      everyMs: env.SHOUWEN_SCRUB_EVERY_DAYS * 86_400_000,
    },
    copyAtOnce: env.SHOUWEN_COPY_AT_ONCE,
    backup: {
      everyMs: env.SHOUWEN_BACKUP_EVERY_HOURS * 3_600_000,
      keep: env.SHOUWEN_BACKUP_KEEP,
      drillEveryMs: env.SHOUWEN_DRILL_EVERY_DAYS * 86_400_000,
    },
  };
}
