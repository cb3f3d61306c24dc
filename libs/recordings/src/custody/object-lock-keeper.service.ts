import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, OBJECT_STORE, ToLookAt, type Looked, type ObjectLocks, type ObjectStore } from '#platform';
import { StoredObject, storeKeyOf } from '../stored-object.entity.js';

/** Told in one look; a call with more is looked at again at once. */
const AT_ONCE = 200;

/** Objects of these calls that the store should keep and does not, or keeps and should not. */
const UNLIKE = `
  select id, locked_at as "lockedAt", call_id as "callId" from (
    select object.id, object.locked_at, recording.call_id, exists (
      select 1 from custody_hold where custody_hold.call_id = recording.call_id and released_at is null
        and (custody_hold.recording_id is null or custody_hold.recording_id = recording.id)) as held
    from recording join stored_object object on object.recording_id = recording.id where recording.call_id = any($1::uuid[])
  ) stored where (locked_at is null) = held limit ${AT_ONCE}`;

type Unlike = Pick<StoredObject, 'id' | 'lockedAt'> & { callId: string };

/**
 * Has the object store itself keep what is held, where it can (S3 Object Lock): then not even the owner of the bucket's keys can delete it.
 * The hold does not rest on this; it is in force when its row is committed. Where the store cannot, what it would be told stays marked, and
 * is told once another store is set up.
 */
@Injectable()
export class ObjectLockKeeper {
  constructor(
    private readonly source: DataSource,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    private readonly clock: Clock,
    private readonly looks: ToLookAt,
  ) {}

  /** @returns of how many objects the store was told something */
  async sweep(): Promise<number> {
    if (!this.store.locks || !(await this.looks.isAnythingDue('object_lock'))) return 0;
    const locks = await this.store.locks();
    if (!locks) return 0;
    return this.looks.run('object_lock', (callIds) => this.look(locks, callIds));
  }

  private async look(locks: ObjectLocks, callIds: readonly string[]): Promise<Looked> {
    const unlike: Unlike[] = await this.source.query(UNLIKE, [callIds]);
    for (const { id, lockedAt } of unlike) {
      await (lockedAt ? locks.release(storeKeyOf(id)) : locks.hold(storeKeyOf(id)));
      await this.source.manager.update(StoredObject, id, { lockedAt: lockedAt ? null : this.clock.now() });
    }
    return { done: unlike.length, again: new Map(unlike.length < AT_ONCE ? [] : callIds.map((id) => [id, 0])) };
  }
}
