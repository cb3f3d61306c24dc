import { attentionReasonSchema, type AttentionReason } from '#contracts';
import { DomainError, KeyDestroyed, KeyDoubted, KeyMissing, SealedObjectDamaged, type Fault } from '#platform';

/** What people are told when a job gave up: a reason that the screen has a sentence and a next step for, and whose fault it is. */
export function troubleOf(error: unknown): { reason: AttentionReason; fault: Fault } {
  if (error instanceof SealedObjectDamaged) return { reason: 'object_damaged', fault: 'storage' };
  if ([KeyMissing, KeyDestroyed, KeyDoubted].some((kind) => error instanceof kind))
    return { reason: 'key_missing', fault: 'storage' };
  if (error instanceof DomainError) {
    const named = attentionReasonSchema.safeParse(error.code);
    if (named.success) return { reason: named.data, fault: error.fault };
  }
  if (isStorageError(error)) return { reason: 'storage_failed', fault: 'storage' };
  return { reason: 'internal_error', fault: 'ours' };
}

/** Errors of the file system: no space, no permission, no such disk. */
const isStorageError = (error: unknown): boolean =>
  error instanceof Error &&
  /^E(NOSPC|IO|ROFS|ACCES|PERM|DQUOT|NOENT)$/.test(String((error as NodeJS.ErrnoException).code));
