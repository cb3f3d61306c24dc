import { type LegalRequestState } from '#contracts';

/** What moves a request. */
export type RequestMove =
  | 'submit'
  | 'open'
  | 'answer'
  | 'approve'
  | 'reject'
  | 'ask_back'
  | 'withdraw'
  | 'expire'
  | 'review';

const WAITING = {
  approve: 'approved',
  reject: 'rejected',
  ask_back: 'asked_back',
  withdraw: 'withdrawn',
  expire: 'expired',
} as const;

/** Where each move leads from each state; what is not here is refused. */
export const REQUEST_STATES = {
  draft: { submit: 'submitted', open: 'opened', withdraw: 'withdrawn' },
  submitted: WAITING,
  asked_back: { answer: 'answered', withdraw: 'withdrawn', expire: 'expired' },
  answered: WAITING,
  approved: {},
  rejected: {},
  expired: {},
  withdrawn: {},
  opened: { review: 'reviewed' },
  reviewed: {},
} as const satisfies Record<LegalRequestState, Partial<Record<RequestMove, LegalRequestState>>>;

/** @returns the state that the move leads to; null: not from there */
export function moved(from: LegalRequestState, move: RequestMove): LegalRequestState | null {
  const moves: Partial<Record<RequestMove, LegalRequestState>> = REQUEST_STATES[from];
  return moves[move] ?? null;
}
