import { DateTime } from 'luxon';
import { type SamplingPeriod } from '#contracts';

/** A plan's period: first and last day of the site's calendar, and the instants between which its calls begin. */
export interface Period {
  readonly fromDay: string;
  readonly toDay: string;
  readonly fromAt: Date;
  /** Exclusive. */
  readonly toAt: Date;
}

/** So many periods ahead have a committed seed, so that a worker that was away for a while leaves no period without one. */
const AHEAD: Readonly<Record<SamplingPeriod, number>> = { day: 7, week: 2, month: 2 };

/** The last period that is over by this moment. */
export const lastPeriod = (period: SamplingPeriod, timeZone: string, now: Date): Period =>
  periodFrom(
    DateTime.fromJSDate(now, { zone: timeZone })
      .startOf(period)
      .minus({ [period]: 1 }),
    period,
  );

/** The periods that begin after this moment and should have a seed by now. */
export function comingPeriods(period: SamplingPeriod, timeZone: string, now: Date): Period[] {
  const current = DateTime.fromJSDate(now, { zone: timeZone }).startOf(period);
  return Array.from({ length: AHEAD[period] }, (_, at) => periodFrom(current.plus({ [period]: at + 1 }), period));
}

/** The first day of the first period that begins after this moment and, where one is under way, not before it is over. */
export function firstDay(period: SamplingPeriod, timeZone: string, now: Date, underWayUntil: Date | null): string {
  if (underWayUntil === null || underWayUntil <= now) return comingPeriods(period, timeZone, now)[0]!.fromDay;
  const over = DateTime.fromJSDate(underWayUntil, { zone: timeZone });
  const begins = over.startOf(period);
  return periodFrom(begins < over ? begins.plus({ [period]: 1 }) : begins, period).fromDay;
}

function periodFrom(from: DateTime, period: SamplingPeriod): Period {
  const to = from.plus({ [period]: 1 });
  return {
    fromDay: from.toFormat('yyyy-MM-dd'),
    toDay: to.minus({ day: 1 }).toFormat('yyyy-MM-dd'),
    fromAt: from.toJSDate(),
    toAt: to.toJSDate(),
  };
}
