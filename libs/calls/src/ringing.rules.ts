import { type CompanyProfile } from '#contracts';

/**
 * Seconds from the agent's alert to the answer; queue time is not part of it (policy P1 §4.1 三响之内接听).
 * @returns null when the phone system did not give both times, or gave them in the wrong order
 */
export function ringSeconds(alertedAt: Date | null, answeredAt: Date | null): number | null {
  if (!alertedAt || !answeredAt) return null;
  const seconds = (answeredAt.getTime() - alertedAt.getTime()) / 1000;
  return seconds >= 0 ? seconds : null;
}

/** What is stored of how long a telephone rang. */
export interface Rang {
  /** As the telephone system says it itself. */
  ringSeconds: number | null;
  alertedAt: Date | null;
  answeredAt: Date | null;
}

/** Seconds from the agent's alert to the answer, as the telephone system says them or by its two times; null where it gives neither. */
export const rangFor = (leg: Rang): number | null => leg.ringSeconds ?? ringSeconds(leg.alertedAt, leg.answeredAt);

/** The ring during which the call was answered, counted from 1: with 1 s on and 4 s off, 15.0 s is the start of the fourth. null: the cadence is not known. */
export function answeredOnRing(seconds: number, cadence: CompanyProfile['ringCadence']): number | null {
  if (!cadence) return null;
  return Math.floor(seconds / (cadence.onSeconds + cadence.offSeconds)) + 1;
}
