import { type CallStage } from '#contracts';

/**
 * Where a call may go from each stage (design §3). `needs_attention` goes back to where the failed job left off; a stage is never skipped
 * and never undone.
 */
export const JOURNEY = {
  known: ['recorded', 'not_recorded'],
  recorded: ['sealed', 'needs_attention'],
  sealed: ['transcribed', 'needs_attention'],
  transcribed: ['scored', 'needs_attention'],
  scored: [],
  not_recorded: [],
  needs_attention: ['recorded', 'sealed', 'transcribed'],
} as const satisfies Record<CallStage, readonly CallStage[]>;

export const mayMove = (from: CallStage, to: CallStage): boolean =>
  (JOURNEY[from] as readonly CallStage[]).includes(to);
