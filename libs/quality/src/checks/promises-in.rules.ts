import { type HeardCall } from '../call/heard-call.js';
import { findPromises, type FoundPromise } from '#commitments/rules';

/** The promises of a call, looked for once: what judges them and what acts say beside it rest on the same. */
export const promisesIn = (call: HeardCall): readonly FoundPromise[] =>
  call.once('promises', () => findPromises(call.turns, call.transcript.language));
