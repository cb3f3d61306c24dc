import { type SegmentFrames } from '#capture';

/** A session that ended, as it lies in the spool. */
export interface EndedSession {
  readonly number: number;
  readonly frames: readonly SegmentFrames[];
}
