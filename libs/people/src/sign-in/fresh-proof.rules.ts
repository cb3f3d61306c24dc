import { type Asker } from './asker.js';

/** For how long a proof of identity is fresh. */
const STEP_UP_MS = 5 * 60 * 1000;

export type ProofNeeded = 'code_needed' | 'password_needed' | 'proof_needed';

export const isFresh = ({ steppedUpAt }: Pick<Asker, 'steppedUpAt'>, now: Date): boolean =>
  steppedUpAt !== null && now.getTime() - steppedUpAt.getTime() <= STEP_UP_MS;

/** Which proof is asked for, where none is fresh. */
export const proofNeeded = ({ secondFactor, proofs }: Pick<Asker, 'secondFactor' | 'proofs'>): ProofNeeded =>
  secondFactor
    ? 'code_needed'
    : proofs.includes('password') || proofs.length === 0
      ? 'password_needed'
      : 'proof_needed';
