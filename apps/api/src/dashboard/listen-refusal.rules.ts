import { type CallDetail } from '#contracts';
import { type Recording } from '#recordings';

/** Why a recording cannot be heard; null when it can. What is missing comes before who may. */
export function listenRefusal(
  recording: Pick<Recording, 'custody' | 'damaged'> | undefined,
  hasGrant: boolean,
): CallDetail['may']['listenRefusal'] {
  if (!recording || recording.custody === 'expired' || recording.custody === 'destroyed') return 'no_recording';
  if (!hasGrant) return 'no_grant';
  if (recording.damaged) return 'damaged';
  return recording.custody === 'sealed' ? null : 'not_sealed';
}
