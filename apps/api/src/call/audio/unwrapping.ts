import { KeyDestroyed, KeyDoubted, KeyMissing, SealedObjectDamaged } from '#platform';
import { apiRefusals } from '../../refusals.js';

/** The failures of opening a sealed object, in words; anything else stays what it is. */
export function unwrapFailure(error: unknown): unknown {
  if (error instanceof SealedObjectDamaged) return apiRefusals.object_damaged(error);
  if (error instanceof KeyDestroyed) return apiRefusals.key_destroyed(error.certificate ?? null, error);
  if (error instanceof KeyDoubted) return apiRefusals.key_doubtful(error);
  return error instanceof KeyMissing ? apiRefusals.key_missing(error) : error;
}
