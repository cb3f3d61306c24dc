import { type ScheduleName } from '#contracts';
import { type Env, type NOT_YET, type Scheduled } from '#platform';
import { type Get } from './service-getter.js';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** One row of the listing: how often, by which service, and how late it may be before an administrator is told. */
export interface ScheduleListing {
  readonly name: ScheduleName;
  /** A figure, or what the settings say; 0 turns it off. */
  readonly every: number | ((env: Env) => number);
  readonly lateAfter: number;
  readonly atOnce?: boolean;
  readonly run: (get: Get) => Promise<number | typeof NOT_YET>;
}

export const scheduledOf = (
  { name, every, lateAfter: lateAfterMs, atOnce = false, run }: ScheduleListing,
  get: Get,
  env: Env,
): Scheduled => ({
  name,
  everyMs: typeof every === 'number' ? every : every(env),
  lateAfterMs,
  atOnce,
  run: () => run(get),
});
