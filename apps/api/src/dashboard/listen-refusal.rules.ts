import { type CallDetail } from '#contracts';
import { type Recording } from '#recordings';

/**
 * Why a recording cannot be heard; null when it can. What is missing comes before who may. `byLegal`: under a grant that was
 * approved for one request, which also opens what is restricted or past its time.
 */
export function listenRefusal(
  recording: Pick<Recording, 'custody' | 'damaged' | 'restricted' | 'destructionStartedAt'> | undefined,
  hasGrant: boolean,
  byLegal = false,
): CallDetail['may']['listenRefusal'] {
  if (!recording) return 'no_recording';
  if (recording.destructionStartedAt || recording.custody === 'destroyed') return 'key_destroyed';
  if (!hasGrant) return 'no_grant';
  if (recording.restricted && !byLegal) return 'restricted';
  if (recording.custody === 'expired' && !byLegal) return 'expired';
  if (recording.damaged) return 'damaged';
  return recording.custody === 'captured' ? 'not_sealed' : null;
}
