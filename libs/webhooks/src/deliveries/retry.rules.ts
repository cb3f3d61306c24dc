import { type WebhookOutcome, type WebhookPauseReason } from '#contracts';

/** Seconds between one try and the next: eight tries over nearly twenty-four hours. */
export const RETRY_AFTER_SECONDS = [5, 300, 1_800, 7_200, 18_000, 28_800, 28_800] as const;

/** Tries of one round; a replay begins a new round. */
export const MOST_TRIES = RETRY_AFTER_SECONDS.length + 1;

/** An endpoint that accepted nothing for this long, and this many rounds, is paused. */
export const PAUSE_AFTER_MS = 5 * 24 * 3_600_000;
const PAUSE_AFTER_FAILURES = MOST_TRIES;

const LONGEST_QUIET_SECONDS = 600;

/** When the next try is due at the earliest, after this many; null when that was the last. */
export function nextTryAt(tries: number, now: Date): Date | null {
  const seconds = RETRY_AFTER_SECONDS[tries - 1];
  return seconds === undefined ? null : new Date(now.getTime() + seconds * 1000);
}

/** How an endpoint has fared since it last accepted something. */
export interface Failing {
  failingSince: Date | null;
  failures: number;
}

/** What a round of tries means for the endpoint: one acceptance clears everything, 410 Gone and days of failure pause it. */
export function afterRound(
  outcomes: readonly WebhookOutcome[],
  before: Failing,
  now: Date,
): Failing & { quietUntil: Date | null; pause: WebhookPauseReason | null } {
  if (outcomes.includes('accepted')) return { failingSince: null, failures: 0, quietUntil: null, pause: null };
  const failures = before.failures + 1;
  const failingSince = before.failingSince ?? now;
  const days = now.getTime() - failingSince.getTime() >= PAUSE_AFTER_MS && failures >= PAUSE_AFTER_FAILURES;
  const pause = outcomes.includes('gone') ? 'gone' : days ? 'failing' : null;
  return { failingSince, failures, quietUntil: new Date(now.getTime() + quietSeconds(failures) * 1000), pause };
}

/** 5, 10, 20, … seconds, at most ten minutes: a dead endpoint does not hold up others for long. */
const quietSeconds = (failures: number): number => Math.min(LONGEST_QUIET_SECONDS, 5 * 2 ** (failures - 1));
