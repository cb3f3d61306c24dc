import { type CallStage, type JobName } from '#contracts';

/**
 * Where a call may go on its own from each stage. A stage is never skipped and never undone. Out of `needs_attention` leads only
 * a person's retry, to where the failed job left off: another recording of the call that goes well does not hide the one that did not.
 * Or a person gives the call up: `given_up` is an end that only a retry by a person opens again. Where every recording of the call was
 * destroyed on the way, it has ended as `destroyed`: see `endDestroyed`.
 */
export const JOURNEY = {
  ringing: ['live', 'ended', 'recorded', 'not_recorded'],
  live: ['ended', 'recorded', 'not_recorded'],
  ended: ['recorded', 'not_recorded'],
  known: ['recorded', 'not_recorded'],
  recorded: ['sealed', 'needs_attention', 'destroyed'],
  sealed: ['transcribed', 'needs_attention', 'destroyed'],
  transcribed: ['scored', 'needs_attention', 'destroyed'],
  scored: ['needs_attention'],
  not_recorded: [],
  needs_attention: ['destroyed'],
  given_up: [],
  destroyed: [],
} as const satisfies Record<CallStage, readonly CallStage[]>;

export const mayMove = (from: CallStage, to: CallStage): boolean =>
  (JOURNEY[from] as readonly CallStage[]).includes(to);

/** The stage a call is at while this job is still to be done: where a person's retry takes it back to. */
export const STAGE_BEFORE: Partial<Record<JobName, CallStage>> = {
  'seal-recording': 'recorded',
  'transcribe-recording': 'sealed',
  'take-provided-words': 'sealed',
  'score-leg': 'transcribed',
};

/** Of several jobs that will run again, the earliest of the journey says where the call stands. */
export function stageBefore(jobs: readonly JobName[]): CallStage | null {
  const stages = jobs.map((job) => STAGE_BEFORE[job]);
  return (Object.keys(JOURNEY) as CallStage[]).find((stage) => stages.includes(stage)) ?? null;
}
