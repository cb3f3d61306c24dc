import { type CommitmentState } from '#contracts';

/**
 * Where a commitment may go from each state. `overdue` is what the clock makes of `open`; a new time, or an answer taken back, leads back. What a
 * newer transcript no longer has is `superseded` only while no person touched it.
 */
export const COMMITMENT_JOURNEY = {
  open: ['overdue', 'kept', 'broken', 'released', 'struck', 'superseded'],
  overdue: ['open', 'kept', 'broken', 'released', 'struck', 'superseded'],
  kept: ['open', 'overdue'],
  broken: ['open', 'overdue'],
  released: ['open', 'overdue'],
  struck: ['open', 'overdue'],
  superseded: [],
} as const satisfies Record<CommitmentState, readonly CommitmentState[]>;

export const mayBecome = (from: CommitmentState, to: CommitmentState): boolean =>
  (COMMITMENT_JOURNEY[from] as readonly CommitmentState[]).includes(to);

/** Still to be kept. */
export const isWaiting = (state: CommitmentState): boolean => state === 'open' || state === 'overdue';
