const DAY_MS = 86_400_000;

/**
 * Whole days of the site's calendar until an answer is due: 0 on the last day, negative once it is past.
 * @param now milliseconds
 */
export function daysLeft(answerBy: string, now: number, timeZone: string): number {
  const dayOf = (at: number) => Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone }).format(at));
  return Math.round((dayOf(Date.parse(answerBy)) - dayOf(now)) / DAY_MS);
}
