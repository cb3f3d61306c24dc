import { DAYS_LEFT_TO_CONTEST, EVALUATION_DAYS, type EvaluationEnd, type Outcome } from '#contracts';

const DAY_MS = 86_400_000;

/** Of an agent's own scoring, what says how far it is. */
export interface EvaluationSeen {
  readonly until: Date | null;
  readonly submittedAt: Date | null;
  readonly endedWhy: Exclude<EvaluationEnd, 'lapsed'> | null;
}

/** Why it ended without the agent's answers; null while it waits, and once they are there. */
export function evaluationEnd({ until, submittedAt, endedWhy }: EvaluationSeen, now: Date): EvaluationEnd | null {
  if (submittedAt) return null;
  return endedWhy ?? (until && until <= now ? 'lapsed' : null);
}

/** Whether the agent can still answer: the session is shared, and the result is withheld. */
export const isOpen = (one: EvaluationSeen, now: Date): boolean =>
  one.until !== null && !one.submittedAt && evaluationEnd(one, now) === null;

/**
 * Until when a result may be withheld: some days at most, and never so long that its agent has too little time left to contest it.
 *
 * @param contestUntil when the first of its items can be contested no more; null where none can be
 * @returns null where there is not even a day
 */
export function withheldUntil(now: Date, contestUntil: Date | null): Date | null {
  const longest = now.getTime() + EVALUATION_DAYS * DAY_MS;
  const until = Math.min(longest, contestUntil ? contestUntil.getTime() - DAYS_LEFT_TO_CONTEST * DAY_MS : longest);
  return until - now.getTime() >= DAY_MS ? new Date(until) : null;
}

/** How many of the items that both judged came out the same; null where both judged none. Neither "cannot tell" is a judgement. */
export function countSame(
  pairs: readonly { own: Outcome | null; result: Outcome | null }[],
): { n: number; of: number } | null {
  const judged = (outcome: Outcome | null) => outcome !== null && outcome !== 'insufficient';
  const both = pairs.filter(({ own, result }) => judged(own) && judged(result));
  return both.length === 0 ? null : { n: both.filter(({ own, result }) => own === result).length, of: both.length };
}
