import { type RequestGrantState } from '#contracts';
import { type RequestGrant } from './legal-request.entity.js';

/**
 * Does the grant of a request still hold?
 * @param rightsHold whether those who agreed, and who asked, still hold the right to: without them nothing is opened
 */
export function grantState(
  grant: Pick<RequestGrant, 'playsAllowed' | 'playsUsed' | 'expiresAt' | 'revokedAt'>,
  now: Date,
  rightsHold: boolean,
): RequestGrantState {
  // Whenever that was: the clocks of two machines are not compared over it.
  if (grant.revokedAt !== null) return 'revoked';
  if (grant.expiresAt <= now) return 'expired';
  if (grant.playsUsed >= grant.playsAllowed) return 'used_up';
  return rightsHold ? 'active' : 'suspended';
}
