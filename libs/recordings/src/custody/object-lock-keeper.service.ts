import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, OBJECT_STORE, type ObjectStore } from '#platform';
import { StoredObject } from '../stored-object.entity.js';

/** Taken in one sweep; the next one goes on. */
const AT_ONCE = 200;

const IS_HELD = `exists (
  select 1 from custody_hold join recording on recording.call_id = custody_hold.call_id
  where recording.id = stored_object.recording_id and released_at is null
    and (custody_hold.recording_id is null or custody_hold.recording_id = recording.id))`;

/**
 * Has the object store itself keep what is held, where it can (S3 Object Lock): then not even whoever holds the bucket's keys deletes it.
 * The hold does not rest on this; it is in force when its row is committed.
 */
@Injectable()
export class ObjectLockKeeper {
  constructor(
    private readonly source: DataSource,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    private readonly clock: Clock,
  ) {}

  /** @returns of how many objects the store was told something */
  async sweep(): Promise<number> {
    const unlike: Pick<StoredObject, 'id' | 'storeKey' | 'lockedAt'>[] = await this.source.query(
      `select id, store_key as "storeKey", locked_at as "lockedAt" from stored_object
       where (locked_at is null and ${IS_HELD}) or (locked_at is not null and not ${IS_HELD}) limit ${AT_ONCE}`,
    );
    const locks = unlike.length > 0 ? await this.store.locks?.() : null;
    if (!locks) return 0;
    for (const { id, storeKey, lockedAt } of unlike) {
      await (lockedAt ? locks.release(storeKey) : locks.hold(storeKey));
      await this.source.manager.update(StoredObject, id, { lockedAt: lockedAt ? null : this.clock.now() });
    }
    return unlike.length;
  }
}
