import { type CallStage } from '#contracts';

/**
 * Where a call may go by itself from each stage (design §3). A stage is never skipped and never undone. Out of `needs_attention` leads only
 * a person's retry, to where the failed job left off: another recording of the call that goes well does not hide the one that did not.
 */
export const JOURNEY = {
  known: ['recorded', 'not_recorded'],
  recorded: ['sealed', 'needs_attention'],
  sealed: ['transcribed', 'needs_attention'],
  transcribed: ['scored', 'needs_attention'],
  scored: ['needs_attention'],
  not_recorded: [],
  needs_attention: [],
} as const satisfies Record<CallStage, readonly CallStage[]>;

export const mayMove = (from: CallStage, to: CallStage): boolean =>
  (JOURNEY[from] as readonly CallStage[]).includes(to);
