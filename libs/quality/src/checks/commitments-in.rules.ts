import { type HeardCall } from '../call/heard-call.js';
import { findCommitments, type FoundCommitment } from '#commitments/rules';

/** The promises of a call, looked for once: what judges them and what acts say beside it rest on the same. */
export const commitmentsIn = (call: HeardCall): readonly FoundCommitment[] =>
  call.once('promises', () => findCommitments(call.turns, call.transcript.language));
