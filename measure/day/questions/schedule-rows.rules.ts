import { scheduleHealth, type ScheduleState } from '#platform/rules';

/** What a schedule's row says, its times in milliseconds. */
export interface ScheduleRow {
  name: string;
  everyMs: number;
  lateAfterMs: number;
  knownSince: number;
  graceFrom: number | null;
  lastSuccessAt: number | null;
  lastFailureAt: number | null;
  lastFailureCode: string | null;
  failures: number;
}

const MINUTE_MS = 60_000;

/**
 * What is wrong with the schedules, in words. Each of the contract must have a row and must have succeeded, and none may be late or have
 * failed. One that a power cut interrupted is found without an end when it next begins: that is no failure of its own.
 *
 * @param cuts when the processes were killed
 */
export function wrongSchedules(
  names: readonly string[],
  rows: readonly ScheduleRow[],
  now: number,
  cuts: readonly number[],
): string[] {
  return names.flatMap((name) => {
    const row = rows.find((one) => one.name === name);
    return row ? wrongWith(row, now, cuts) : [`${name}: no worker lists it`];
  });
}

function wrongWith(row: ScheduleRow, now: number, cuts: readonly number[]): string[] {
  const { name, lastSuccessAt, lastFailureAt, lastFailureCode, everyMs, lateAfterMs } = row;
  const health = scheduleHealth(stateOf(row), new Date(now));
  const cut = cuts.some(
    (at) => lastFailureAt !== null && lastFailureAt >= at && lastFailureAt - at <= everyMs + lateAfterMs,
  );
  return [
    ...(health === 'off' || health === 'well' ? [] : [`${name} is ${health}`]),
    ...(lastSuccessAt === null && health !== 'off' ? [`${name} never succeeded`] : []),
    ...(lastFailureAt === null || (cut && lastFailureCode === 'interrupted')
      ? []
      : [`${name} failed (${lastFailureCode}) ${minutes(now - lastFailureAt)} min before the end`]),
  ];
}

const stateOf = ({ knownSince, lastSuccessAt, graceFrom, ...row }: ScheduleRow): ScheduleState => ({
  ...row,
  knownSince: new Date(knownSince),
  lastSuccessAt: lastSuccessAt === null ? null : new Date(lastSuccessAt),
  graceFrom: graceFrom === null ? null : new Date(graceFrom),
});

const minutes = (ms: number): number => Math.round(ms / MINUTE_MS);
