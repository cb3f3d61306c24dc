import { type FloorRows } from '#contracts';
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

/** What has to be told so that a screen that shows `before` shows `after`; null: nothing. */
export function floorDelta(before: FloorRows, after: FloorRows): { set: FloorRows; gone: string[] } | null {
  const set = Object.fromEntries(
    Object.entries(after).filter(([key, row]) => JSON.stringify(before[key]) !== JSON.stringify(row)),
  );
  const gone = Object.keys(before).filter((key) => !(key in after));
  return Object.keys(set).length === 0 && gone.length === 0 ? null : { set, gone };
}
