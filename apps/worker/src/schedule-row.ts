import { type Type } from '@nestjs/common';
import { type ModuleRef } from '@nestjs/core';
import { type ScheduleName } from '#contracts';
import { type Env, type NOT_YET, type Scheduled } from '#platform';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

type Run<S> = (service: S) => Promise<number | typeof NOT_YET>;

/** One row of the listing: how often, by which service, and how much later than that somebody should be told. */
export interface ScheduleListing {
  readonly name: ScheduleName;
  /** A figure, or what the settings say; 0 turns it off. */
  readonly every: number | ((env: Env) => number);
  readonly lateAfter: number;
  readonly atOnce?: boolean;
  readonly by: (services: ModuleRef) => Scheduled['run'];
}

/** What a service of this process does. */
export const by =
  <S>(service: Type<S>, run: Run<S>): ScheduleListing['by'] =>
  (services) =>
  // Asked for when it runs: while this process is being put together, there may be only half of it.
  () =>
    run(services.get(service, { strict: false }));

export const scheduledOf = (
  { name, every, lateAfter: lateAfterMs, atOnce = false, by: serviceOf }: ScheduleListing,
  services: ModuleRef,
  env: Env,
): Scheduled => ({
  name,
  everyMs: typeof every === 'number' ? every : every(env),
  lateAfterMs,
  atOnce,
  run: serviceOf(services),
});
