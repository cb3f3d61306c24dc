import { type Recording } from '#recordings';

export type ShutRecording = Pick<Recording, 'custody' | 'restricted' | 'destructionStartedAt' | 'splitAt'>;
export type ShutReason = 'key_destroyed' | 'restricted' | 'expired';

/**
 * Why nothing of a recording leaves the vault; null when it may.
 * @param byLegal under a grant that was approved for one request, which also opens what is restricted or past its time
 */
export function shutReason(recording: ShutRecording, byLegal: boolean): ShutReason | null {
  if (recording.destructionStartedAt || recording.custody === 'destroyed') return 'key_destroyed';
  if (byLegal) return null;
  // A recording of several agents that has since been split is available to Legal only.
  if (recording.restricted || recording.splitAt) return 'restricted';
  return recording.custody === 'expired' ? 'expired' : null;
}

/**
 * The same in SQL, for queries that must not even name what is shut to standing grants: a condition on a row of `recording`.
 * @param recording the alias
 */
export const OPEN_TO_STANDING_GRANTS = (recording: string): string =>
  `(${recording}.destruction_started_at is null and ${recording}.custody not in ('destroyed', 'expired') and not ${recording}.restricted
    and ${recording}.split_at is null)`;
