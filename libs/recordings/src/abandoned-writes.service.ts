import { Inject, Injectable } from '@nestjs/common';
import { DataSource, LessThan, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, FileKeyStore, KEY_STORE, OBJECT_STORE, ObjectLocked, type ObjectStore } from '#platform';
import { Recording } from './recording.entity.js';
import { ObjectWrite } from './stored-object.entity.js';

/** Longer than any upload or job takes: what is older was left behind by a process that died. */
export const ABANDONED_AFTER_MS = 12 * 60 * 60 * 1000;

/** Sweeps what killed processes left half-written: bytes, intent and, where it was made for the write, the key. */
@Injectable()
export class AbandonedWrites {
  constructor(
    private readonly source: DataSource,
    @Inject(KEY_STORE) private readonly keys: FileKeyStore,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @returns how many writes were swept */
  async sweep(olderThanMs = ABANDONED_AFTER_MS): Promise<number> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - olderThanMs);
    const abandoned = await this.source.manager.findBy(ObjectWrite, { startedAt: LessThan(before) });
    for (const write of abandoned) await this.sweepOne(write);
    await this.store.removeStaleWrites(olderThanMs, now);
    return abandoned.length;
  }

  /**
   * Claimed first, so that an upload which commits meanwhile either keeps everything or fails whole. Then bytes, key and row: killed in
   * between, the next sweep does the rest.
   */
  private async sweepOne({ objectId, storeKey, keyId }: ObjectWrite): Promise<void> {
    if (!(await claimWrite(this.source.manager, objectId, this.clock.now()))) return;
    // What the store locks stays known, and is tried again until its lock has run out.
    const locked = await this.store.delete(storeKey).then(
      () => false,
      (error: unknown) => {
        if (error instanceof ObjectLocked) return true;
        throw error;
      },
    );
    if (locked) return;
    if (keyId && !(await this.source.manager.existsBy(Recording, { keyId }))) await this.keys.destroy(keyId);
    await this.source.transaction(async (tx) => {
      const { affected } = await tx.delete(ObjectWrite, objectId);
      if (affected) await this.journal.append(tx, 'write.abandoned', { objectId });
    });
  }
}

/**
 * Claims a write to take it back. Waits for a transaction that is recording the object, and shuts out every later one. An earlier claim,
 * of a process that was killed, is taken over.
 * @returns false when there is nothing to take back: the object was recorded, or taken back before
 */
export async function claimWrite(manager: EntityManager, objectId: string, now: Date): Promise<boolean> {
  const { affected } = await manager.update(ObjectWrite, objectId, { sweepingAt: now });
  return affected === 1;
}
