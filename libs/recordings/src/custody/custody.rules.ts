import { type Custody } from '#contracts';

/** Where a recording may go in custody. `expired → sealed` is the schedule changing its mind before the point of no return. */
export const CUSTODY = {
  captured: ['sealed', 'expired'],
  sealed: ['expired'],
  expired: ['sealed', 'destroyed'],
  destroyed: [],
} as const satisfies Record<Custody, readonly Custody[]>;

export const mayChangeCustody = (from: Custody, to: Custody): boolean =>
  (CUSTODY[from] as readonly Custody[]).includes(to);
