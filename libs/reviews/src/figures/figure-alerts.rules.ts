import { DateTime } from 'luxon';
import { type CallReportRow, type FigureMeasure, type QualitySettings } from '#contracts';

/** How many days back are looked at: as long as the worker may be down, and scores may be late. */
const DAYS_BACK = 7;
/** Until calls of a day that come late have come in: ring times are told from then on. */
const RINGS_AFTER_HOURS = 6;

export interface DayToJudge {
  /** By the site's calendar. */
  day: string;
  /** Is it long enough over to judge how calls were answered? */
  rings: boolean;
}

/** The days that are over and were not before the lines were set, the oldest first. @param since when the lines in force were set */
export function daysToJudge(now: Date, since: Date, timeZone: string): DayToJudge[] {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
  const first = DateTime.fromJSDate(since, { zone: timeZone }).startOf('day');
  return Array.from({ length: DAYS_BACK }, (_, at) => today.minus({ days: DAYS_BACK - at }))
    .filter((day) => day >= first)
    .map((day) => ({
      day: day.toISODate()!,
      rings: now.getTime() >= day.plus({ days: 1 }).toMillis() + RINGS_AFTER_HOURS * 3_600_000,
    }));
}

export interface CrossedThreshold {
  teamId: string;
  measure: FigureMeasure;
  value: number;
  /** What it is a part of. */
  of: number;
  line: number;
}

/** Which figures of teams passed the lines that are set. A share within three rings is told of enough calls only. */
export function crossedThresholds(
  rows: readonly CallReportRow[],
  lines: QualitySettings['alerts'],
): CrossedThreshold[] {
  const { criticalOfTeam, ringsPercent, leastCalls } = lines;
  return rows.flatMap(({ key: teamId, figures: { judged, rings } }): CrossedThreshold[] => [
    ...(criticalOfTeam !== null && judged && judged.critical >= criticalOfTeam
      ? [{ teamId, measure: 'critical' as const, value: judged.critical, of: judged.scored, line: criticalOfTeam }]
      : []),
    ...(ringsPercent !== null && rings && rings.of >= leastCalls && 100 * rings.n < ringsPercent * rings.of
      ? [{ teamId, measure: 'rings' as const, value: rings.n, of: rings.of, line: ringsPercent }]
      : []),
  ]);
}
