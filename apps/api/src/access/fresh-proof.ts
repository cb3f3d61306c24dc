import { type Asker } from '#people';
import { isFresh, proofNeeded } from './access.rules.js';
import { refusalOf } from './refusals.js';

/** For a route of which only some uses take a fresh proof. @throws DomainError `session_needed` | `step_up_by_code` | `step_up_by_password` | `step_up_again` */
export function assertFreshProof(asker: Asker, now: Date): void {
  if (asker.tokenId !== null) throw refusalOf('session_needed');
  if (!isFresh(asker, now)) throw refusalOf(proofNeeded(asker));
}
