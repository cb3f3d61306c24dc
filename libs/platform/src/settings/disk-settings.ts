import { z } from 'zod';

const megabytes = z.coerce.number().int().min(0).max(100_000_000);

/** When a disk that fills is warned of, and when recordings are no longer taken; 0 turns either off. */
export const diskSettings = {
  SHOUWEN_DISK_WARN_MEGABYTES: megabytes.default(10_000),
  SHOUWEN_DISK_REFUSE_MEGABYTES: megabytes.default(1_000),
};

type DiskSettings = { [N in keyof typeof diskSettings]: z.infer<(typeof diskSettings)[N]> };

const MEGABYTE = 1_000_000;

export function readDiskSettings(env: DiskSettings) {
  return {
    disk: {
      warnBytes: env.SHOUWEN_DISK_WARN_MEGABYTES * MEGABYTE,
      refuseBytes: env.SHOUWEN_DISK_REFUSE_MEGABYTES * MEGABYTE,
    },
  };
}
