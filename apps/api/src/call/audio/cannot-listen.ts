import { type CallDetail } from '#contracts';
import { type DomainError } from '#platform';
import { apiRefusals } from '../../refusals.js';

/** What makes a refusal say more. */
interface Known {
  certificate?: string | null;
  shutFor?: CallDetail['recordings'][number]['shutFor'];
}

/** Why a recording cannot be opened for listening, as an error. */
export function cannotListen(
  refusal: NonNullable<CallDetail['may']['listenRefusal']>,
  { certificate = null, shutFor = null }: Known = {},
): DomainError {
  if (refusal === 'no_grant') return apiRefusals.no_grant();
  if (refusal === 'key_destroyed') return apiRefusals.key_destroyed(certificate);
  if (refusal === 'restricted') return apiRefusals[`restricted_${shutFor ?? 'unsaid'}`]();
  return apiRefusals[refusal]();
}
