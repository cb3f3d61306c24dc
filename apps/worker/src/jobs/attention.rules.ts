import { attentionReasonSchema, type AttentionReason } from '#contracts';
import { DomainError, KeyDestroyed, KeyDoubted, KeyMissing, SealedObjectDamaged, type Fault } from '#platform/rules';

/**
 * What people are told when a job gave up: a reason that the screen has a sentence and a next step for, whose fault it is, and what a server
 * elsewhere said.
 */
export function troubleOf(error: unknown): { reason: AttentionReason; fault: Fault; said?: string } {
  if (error instanceof SealedObjectDamaged) return { reason: 'object_damaged', fault: 'storage' };
  if ([KeyMissing, KeyDestroyed, KeyDoubted].some((kind) => error instanceof kind))
    return { reason: 'key_missing', fault: 'storage' };
  if (error instanceof DomainError) {
    const named = attentionReasonSchema.safeParse(error.code);
    const { said } = error.details;
    if (named.success) return { reason: named.data, fault: error.fault, ...(said !== undefined && { said }) };
  }
  if (isStorageError(error)) return { reason: 'storage_failed', fault: 'storage' };
  return { reason: 'internal_error', fault: 'ours' };
}

/** Errors of the file system: no space, no permission, no such disk. */
const isStorageError = (error: unknown): boolean =>
  error instanceof Error &&
  /^E(NOSPC|IO|ROFS|ACCES|PERM|DQUOT|NOENT)$/.test(String((error as NodeJS.ErrnoException).code));
