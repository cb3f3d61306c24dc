import { isDiskFull } from '../disks/disk-full.js';
import { DomainError } from '../errors/domain-error.js';

/**
 * `drop`: another worker has the work · `hand_back`: this process stops · `again`: later · `wait_for_room`: later, and the try does not
 * count · `give_up`: a person must look.
 */
export type Verdict = 'drop' | 'hand_back' | 'again' | 'wait_for_room' | 'give_up';

interface Circumstances {
  attempt: number;
  attempts: number;
  stopping: boolean;
  leaseLost: boolean;
}

/** What a failed try means. A fault of the caller's stays however often it is tried; every other may pass. */
export function verdictOn(error: unknown, { attempt, attempts, stopping, leaseLost }: Circumstances): Verdict {
  if (leaseLost) return 'drop';
  if (stopping) return 'hand_back';
  if (error instanceof DomainError && (error.fault === 'caller' || error.details.lasting)) return 'give_up';
  // Nothing is wrong with the work: when there is room it is done.
  if (isDiskFull(error)) return 'wait_for_room';
  return attempt < attempts ? 'again' : 'give_up';
}

/** True for a try beyond the last: the one before it ended its worker instead of failing, and would do so again. */
export const isBeyondLastTry = (attempt: number, attempts: number): boolean => attempt > attempts;

/** How long work waits for room on a disk before it looks again. */
export const ROOM_RETRY_SECONDS = 60;

/** 2, 8, 32, … seconds, at most ten minutes: long enough for a restart elsewhere, short enough for a person who waits. */
export const retryDelaySeconds = (attempt: number): number => Math.min(600, 2 * 4 ** (attempt - 1));
