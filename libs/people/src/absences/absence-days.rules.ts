import { DateTime } from 'luxon';
import { LONGEST_ABSENCE_DAYS, type AbsenceState } from '#contracts';

/** From the start of the first day to the end of the last, the end not included: a day on which clocks change has 23 or 25 hours. */
export function instantsOf(firstOn: string, lastOn: string, timeZone: string): { beginsAt: Date; endsAt: Date } {
  const day = (iso: string) => DateTime.fromISO(iso, { zone: timeZone }).startOf('day');
  return { beginsAt: day(firstOn).toJSDate(), endsAt: day(lastOn).plus({ days: 1 }).startOf('day').toJSDate() };
}

export type DaysRefusal = 'absence_days_unclear' | 'absence_past' | 'absence_too_long';

/** Why these days are no absence that can be asked for now; null: they are one. */
export function refusedDays(firstOn: string, lastOn: string, now: Date, timeZone: string): DaysRefusal | null {
  if (lastOn < firstOn) return 'absence_days_unclear';
  if (instantsOf(firstOn, lastOn, timeZone).endsAt <= now) return 'absence_past';
  const day = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' });
  const days = day(lastOn).diff(day(firstOn), 'days').days + 1;
  return days > LONGEST_ABSENCE_DAYS ? 'absence_too_long' : null;
}

interface Times {
  beginsAt: Date;
  endsAt: Date;
  acceptedAt: Date | null;
  declinedAt: Date | null;
  endedAt: Date | null;
}

/** Whether the deputy deputises at this moment. The end is a matter of the clock: no job has to run for it. */
export const inForce = ({ beginsAt, endsAt, acceptedAt, endedAt }: Times, now: Date): boolean =>
  acceptedAt !== null && endedAt === null && beginsAt <= now && now < endsAt;

export function stateOf({ endsAt, acceptedAt, declinedAt, endedAt }: Times, now: Date): AbsenceState {
  if (declinedAt) return 'declined';
  if (endedAt) return 'ended';
  if (endsAt <= now) return 'over';
  return acceptedAt ? 'accepted' : 'asked';
}
