import { DomainError } from '../errors/domain-error.js';

/** `drop`: somebody else has the work · `hand_back`: this process stops · `again`: later · `give_up`: a person must look. */
export type Verdict = 'drop' | 'hand_back' | 'again' | 'give_up';

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
  if (error instanceof DomainError && error.fault === 'caller') return 'give_up';
  return attempt < attempts ? 'again' : 'give_up';
}

/** True for a try beyond the last: the one before it ended its worker instead of failing, and would do so again. */
export const isBeyondLastTry = (attempt: number, attempts: number): boolean => attempt > attempts;

/** 2, 8, 32, … seconds, at most ten minutes: long enough for a restart elsewhere, short enough for a person who waits. */
export const retryDelaySeconds = (attempt: number): number => Math.min(600, 2 * 4 ** (attempt - 1));
