import { type DomainError } from '#platform';
import { peopleRefusals } from '../refusals.js';
import { type Asker } from './asker.js';
import { isFresh, proofNeeded, type ProofNeeded } from './fresh-proof.rules.js';

const REFUSALS: Record<ProofNeeded, () => DomainError> = {
  code_needed: peopleRefusals.step_up_by_code,
  password_needed: peopleRefusals.step_up_by_password,
  proof_needed: peopleRefusals.step_up_again,
};

/** For what only sometimes takes a fresh proof. @throws DomainError `session_needed` | `step_up_by_code` | `step_up_by_password` | `step_up_again` */
export function assertFreshProof(
  asker: Pick<Asker, 'tokenId' | 'steppedUpAt' | 'secondFactor' | 'proofs'>,
  now: Date,
): void {
  if (asker.tokenId !== null) throw peopleRefusals.session_needed();
  if (!isFresh(asker, now)) throw REFUSALS[proofNeeded(asker)]();
}
