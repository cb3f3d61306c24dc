import { type StateNow } from '../agent-state.rules.js';

/** A call that is captured now. Times are milliseconds since 1970. */
export interface CapturedNow {
  /** Of the team whose floor is shown. */
  ours: boolean;
  beganAt: number;
}

/**
 * What an agent does, where the sound of their call is coming in: they are in it, whatever records tell, which may come late or never. Records
 * of the same talk know better since when, and which call it is.
 */
export function withCapture(byRecords: StateNow, captured: CapturedNow | null): StateNow {
  if (!captured || byRecords.state === 'talking' || byRecords.state === 'elsewhere') return byRecords;
  if (!captured.ours) return { state: 'elsewhere', since: null, legId: null };
  return { state: 'talking', since: captured.beganAt, legId: null };
}
