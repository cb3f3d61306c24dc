import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { type SamplingPlan } from '#contracts';

/** What the demonstration's plan says; its name says what it is on every screen. */
export const INVENTED_PLAN: Omit<SamplingPlan, 'reviewers'> = {
  ...{ name: '演示（虚构）· Demonstration (invented)', kind: 'random', strata: 'agent', risks: [] },
  ...{ lowScoreBelow: 60, silenceFrom: 20, period: 'week', size: { n: 2, per: 'stratum' } },
  ...{ languages: [], teamIds: [], clientIds: [], checklistId: null, dueDays: 5, blind: false },
};

export const WEEKS_BACK = 3;

/** A week of the site's calendar that is over, and when its draw was made. */
export interface InventedWeek {
  readonly fromDay: string;
  readonly toDay: string;
  readonly fromAt: Date;
  /** Exclusive. */
  readonly toAt: Date;
  readonly committedAt: Date;
  readonly drawnAt: Date;
  /** 32 bytes in hex, the same in every run of a week. */
  readonly seed: string;
}

/** The last weeks that are over, the oldest first. */
export function inventedWeeks(now: Date, timeZone: string): InventedWeek[] {
  const monday = DateTime.fromJSDate(now, { zone: timeZone }).startOf('week');
  return Array.from({ length: WEEKS_BACK }, (_, at) => {
    const from = monday.minus({ weeks: WEEKS_BACK - at });
    const to = from.plus({ weeks: 1 });
    const fromDay = from.toFormat('yyyy-MM-dd');
    return {
      fromDay,
      toDay: to.minus({ days: 1 }).toFormat('yyyy-MM-dd'),
      ...{ fromAt: from.toJSDate(), toAt: to.toJSDate(), committedAt: from.minus({ days: 2 }).toJSDate() },
      // A week that ended a moment ago is drawn when it is over, and never in the future.
      drawnAt: new Date(Math.min(now.getTime(), to.plus({ hours: 6 }).toMillis())),
      seed: createHash('sha256').update(`shouwen.demo/${fromDay}`).digest('hex'),
    };
  });
}

/** What becomes of the n-th of a draw's calls: older weeks are nearly done, the last one is half done. */
export function fateOf(week: number, n: number): 'done' | 'replaced' | 'waiting' | 'taken' {
  const last = week === WEEKS_BACK - 1;
  if (last) return n % 4 === 0 ? 'done' : n % 4 === 1 ? 'waiting' : 'taken';
  if (n === 3) return week === 0 ? 'replaced' : 'taken';
  return 'done';
}
