import { LEAST_CALLS, type GoalChange, type GoalReached, type Rate } from '#contracts';

/** What was counted of an agent's calls, before a goal and since. */
export interface Counted {
  readonly before: Rate | null;
  readonly after: Rate | null;
  /** Versions of the checklist that judged them: more than one, and they were not judged alike. */
  readonly versions: number;
}

const enough = (rate: Rate | null): rate is Rate => rate !== null && rate.of >= LEAST_CALLS;

/** Whether the calls since say that the target is reached. Where the interval holds the target, they say neither. */
export function goalReached({ after }: Pick<Counted, 'after'>, targetPercent: number): GoalReached {
  if (!enough(after)) return 'too_few';
  const target = targetPercent / 100;
  if (after.low >= target) return 'reached';
  return after.high < target ? 'not_reached' : 'cannot_tell';
}

/** How they compare with the calls before. Intervals that overlap are never called better or worse. */
export function goalChange({ before, after, versions }: Counted): GoalChange {
  if (!enough(before) || !enough(after)) return 'too_few';
  if (versions > 1) return 'judged_otherwise';
  if (after.low > before.high) return 'better';
  return after.high < before.low ? 'worse' : 'cannot_tell';
}

/** As many days before a goal as it lasts, and four weeks at least. */
export const DAYS_BEFORE_AT_LEAST = 28;
