import { SMALL_HOUSE_NOTICE_DAYS, type SmallHouseState } from '#contracts';

const DAY_MS = 24 * 3_600_000;

/** What of a period its state rests on. */
interface Times {
  inForceFrom: Date | null;
  endedAt: Date | null;
}

export function smallHouseState({ inForceFrom, endedAt }: Times, now: Date): SmallHouseState {
  if (endedAt !== null && endedAt <= now) return 'over';
  if (inForceFrom === null) return 'waiting';
  return inForceFrom <= now ? 'in_force' : 'announced';
}

/** When roles and standing grants end that one person gave, after a small house is over: until then two people may give them again. */
export const rightsEndAt = (endedAt: Date): Date => new Date(endedAt.getTime() + SMALL_HOUSE_NOTICE_DAYS * DAY_MS);
