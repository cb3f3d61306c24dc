import { type CallDetail } from '#contracts';
import { shutReason } from '#legal/rules';
import { type Recording } from '#recordings';

/**
 * Why a recording cannot be heard; null when it can. What is missing comes before who may. `byLegal`: under a grant that was
 * approved for one request, which also opens what is restricted or past its time.
 */
export function listenRefusal(
  recording: Pick<Recording, 'custody' | 'damaged' | 'restricted' | 'destructionStartedAt' | 'splitAt'> | undefined,
  hasGrant: boolean,
  byLegal = false,
): CallDetail['may']['listenRefusal'] {
  if (!recording) return 'no_recording';
  const shut = shutReason(recording, byLegal);
  if (shut === 'key_destroyed') return shut;
  if (!hasGrant) return 'no_grant';
  if (shut) return shut;
  if (recording.damaged) return 'damaged';
  return recording.custody === 'captured' ? 'not_sealed' : null;
}
