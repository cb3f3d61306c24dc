import { type ScheduleHealth } from '#contracts';

const MINUTE = 60_000;
/** As many failures in a row are more than a server that restarted. */
export const FAILING_AFTER = 3;
/** A new schedule is first due after its period, or after this time where that is shorter. */
export const FIRST_AFTER_MS = 5 * MINUTE;
/** What failed is tried again after its period, or after this time where that is shorter. */
export const AGAIN_AFTER_MS = 10 * MINUTE;
/** Failures of what runs every few seconds are told less and less often, down to once in this time. */
const SLOWEST_RETRY_MS = MINUTE;
/** What could not be done yet is looked at again after this time at the latest. */
const NOT_YET_MS = 15 * MINUTE;

export interface ScheduleState {
  everyMs: number;
  lateAfterMs: number;
  knownSince: Date;
  lastSuccessAt: Date | null;
  failures: number;
  graceFrom: Date | null;
}

/** @param now by the clock that wrote the other times: the database's */
export function scheduleHealth(state: ScheduleState, now: Date): ScheduleHealth {
  const { everyMs, lateAfterMs, lastSuccessAt, knownSince, failures, graceFrom } = state;
  if (everyMs === 0) return 'off';
  if (failures >= FAILING_AFTER) return 'failing';
  const due = lastSuccessAt
    ? lastSuccessAt.getTime() + everyMs
    : knownSince.getTime() + Math.min(everyMs, FIRST_AFTER_MS);
  if (now.getTime() > Math.max(due, graceFrom?.getTime() ?? 0) + lateAfterMs) return 'late';
  return lastSuccessAt ? 'well' : 'waiting';
}

/** How long a failed schedule waits. @param failures in a row, this one included */
export function retryAfterMs(everyMs: number, failures: number): number {
  if (everyMs >= AGAIN_AFTER_MS) return AGAIN_AFTER_MS;
  return Math.max(everyMs, Math.min(everyMs * 2 ** Math.min(failures - 1, 20), SLOWEST_RETRY_MS));
}

export const notYetAfterMs = (everyMs: number): number => Math.min(everyMs, NOT_YET_MS);

/** Of consecutive failures the log has the first as an error, then one each time that their number has doubled. */
export const isToldAgain = (failures: number): boolean => failures > 2 && Number.isInteger(Math.log2(failures));

/** What a person does about a failure, for the log. */
export function adviceOn(code: string): string {
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return 'a disk is full: make room on it';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return 'a folder cannot be written: look at its owner, its mode and its disk';
  if (/^(ECONN|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|ETIMEDOUT|EPIPE|08|57P)/.test(code))
    return 'a server does not answer: see that it runs and can be reached';
  return 'npm run doctor looks at everything that it needs; the error says where it stopped';
}
