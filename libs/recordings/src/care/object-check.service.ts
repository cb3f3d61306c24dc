/*
 * The scrubber: reads every stored object whole, the longest unread first, within a budget of time and bytes
 *   Each segment must authenticate and the hash of the bytes must be the one that sealing wrote down; one flipped bit is enough to say no.
 *   What is damaged is marked, journalled, kept from players, and written again from the copy where that has the right bytes; then it is
 *   read again before it counts as repaired. A damaged copy is made again from the first place.
 *   What a run has read it reads no second time, however short the period.
 *   A store that is away damages nothing: the run ends with its error and the next begins where it was.
 */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import {
  ENV,
  KeyDamaged,
  KeyDestroyed,
  KeyDoubted,
  KeyMissing,
  KeyVersionUnknown,
  OBJECT_PLACES,
  ObjectMissing,
  SealedObjectDamaged,
  TALLIES,
  UPKEEP_SOURCE,
  WrappedKeyDamaged,
  type Env,
  type ObjectPlaces,
  type UpkeepOutcome,
} from '#platform';
import { StoredObject } from '../stored-object.entity.js';
import { VaultService } from '../vault.service.js';
import { copyBytes, CopyUnlike, storedHash } from './stored-bytes.js';

/** Everything is read with some time to spare: runs are missed, and there is more by the end of a period than at its beginning. */
const TO_SPARE = 1.25;

/** However little there is, so much is read in a run: a small store is read soon. */
const AT_LEAST = 1024 ** 3;

/** How much one run of the scrubber has to read so that all that is stored is read once in each period. */
export function scrubBudget(stored: { bytes: number; everyMs: number; runEveryMs: number }): number {
  if (stored.everyMs <= 0) return Math.max(AT_LEAST, Math.ceil(stored.bytes));
  return Math.max(AT_LEAST, Math.ceil((stored.bytes * stored.runEveryMs * TO_SPARE) / stored.everyMs));
}

const AUTHORITY = { kind: 'system', job: 'sweep' } as const;
/** The worker runs it so often. */
const RUN_EVERY_MS = 60 * 60 * 1000;
const KEY_TROUBLES = [KeyMissing, KeyDamaged, KeyDoubted, KeyVersionUnknown];

interface Counts {
  checked: number;
  bytes: number;
  damaged: number;
  repaired: number;
}

@Injectable()
export class ObjectCheck {
  constructor(
    @Inject(UPKEEP_SOURCE) private readonly source: DataSource,
    private readonly vault: VaultService,
    @Inject(OBJECT_PLACES) private readonly places: ObjectPlaces,
    private readonly journal: JournalService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** @returns `complete: true` when nothing is left that was last read longer ago than it should be */
  async run({ runMs, runBytes, everyMs } = this.env.scrub): Promise<UpkeepOutcome> {
    const budget = runBytes || scrubBudget({ bytes: await this.storedBytes(), everyMs, runEveryMs: RUN_EVERY_MS });
    const counts: Counts = { checked: 0, bytes: 0, damaged: 0, repaired: 0 };
    const began = performance.now();
    const unreadSince = await this.unreadSince(everyMs);
    let object: StoredObject | null = null;
    while (performance.now() - began < runMs && counts.bytes < budget) {
      object = await this.longestUnread(unreadSince);
      if (object === null) break;
      await this.check(object, counts);
    }
    const [row]: { n: number }[] = await this.source.query(
      'select count(*)::int as n from stored_object where damaged_at is not null',
    );
    const left = row?.n ?? 0;
    return { ok: left === 0, result: { ...counts, stillDamaged: left, complete: object === null } };
  }

  private async storedBytes(): Promise<number> {
    const [row]: { bytes: number }[] = await this.source.query(
      `select coalesce(sum(bytes), 0)::float8 as bytes from ${TALLIES} where of = 'object'`,
    );
    return row?.bytes ?? 0;
  }

  /**
   * By the database's clock, as it is when a run begins: what the run reads is newer. As text, because a Date would cut the microseconds off
   * and leave out what the run before read within the last thousandth of a second.
   */
  private async unreadSince(everyMs: number): Promise<string> {
    const [row]: { since: string }[] = await this.source.query(
      'select (now() - make_interval(secs => $1))::text as since',
      [everyMs / 1000],
    );
    return row!.since;
  }

  private async longestUnread(since: string): Promise<StoredObject | null> {
    return this.source.manager
      .createQueryBuilder(StoredObject, 'object')
      .where('coalesce(checked_at, verified_at, created_at) <= :since', { since })
      .orderBy('coalesce(checked_at, verified_at, created_at)')
      .addOrderBy('object.id')
      .getOne();
  }

  private async check(object: StoredObject, counts: Counts): Promise<void> {
    counts.checked += 1;
    counts.bytes += Number(object.plainBytes);
    const damage = await this.damageOf(object);
    if (damage !== null) {
      counts.damaged += 1;
      if (!(await this.mark(object, damage))) return;
      if (await this.repair(object)) counts.repaired += 1;
      else return this.touch(object.id);
    } else if (object.damagedAt !== null) await this.clear(object);
    await this.checkCopy(object, counts);
    await this.touch(object.id);
  }

  /** What is wrong with the first place's bytes, in a closed word; null when nothing is. */
  private async damageOf(object: StoredObject): Promise<string | null> {
    const sealed = createHash('sha256');
    try {
      const all = this.vault.read(object, AUTHORITY, 0, Number(object.plainBytes), sealed);
      for await (const _part of all);
      return object.sealedSha256 === null || sealed.digest('hex') === object.sealedSha256 ? null : 'other_bytes';
    } catch (error) {
      if (error instanceof SealedObjectDamaged) return error.damage;
      if (error instanceof ObjectMissing) return 'missing';
      if (error instanceof WrappedKeyDamaged) return 'row_inconsistent';
      // There is no repairing an object whose key is gone.
      if (error instanceof KeyDestroyed) return null;
      if (KEY_TROUBLES.some((kind) => error instanceof kind)) return this.damageWithoutKey(object);
      throw error;
    }
  }

  private async damageWithoutKey(object: StoredObject): Promise<string | null> {
    const hash = await storedHash(this.places.first, object);
    if (hash === null) return 'missing';
    return object.sealedSha256 === null || hash === object.sealedSha256 ? null : 'other_bytes';
  }

  /** @returns false when the object was deleted meanwhile, which is why its bytes are gone */
  private async mark(object: StoredObject, damage: string): Promise<boolean> {
    return this.source.transaction(async (tx) => {
      const [, found]: [unknown, number] = await tx.query(
        'update stored_object set damaged_at = coalesce(damaged_at, now()) where id = $1',
        [object.id],
      );
      if (found === 0) return false;
      await this.tellRecording(tx, object.recordingId);
      if (object.damagedAt === null)
        await this.journal.append(tx, 'object.damaged', { ...about(object), place: 'store', damage });
      return true;
    });
  }

  private async repair(object: StoredObject): Promise<boolean> {
    const { first, copy } = this.places;
    if (copy === null || object.copiedAt === null) return false;
    const hash = await storedHash(copy, object);
    // The copy must be known to be right before the first place is touched.
    if (hash === null || (object.sealedSha256 !== null && hash !== object.sealedSha256)) return false;
    try {
      await copyBytes(copy, first, { storeKey: object.storeKey, plainBytes: object.plainBytes, sealedSha256: hash });
    } catch (error) {
      if (error instanceof CopyUnlike) return false;
      throw error;
    }
    if ((await this.damageOf(object)) !== null) return false;
    await this.clear(object);
    return true;
  }

  private async clear(object: StoredObject): Promise<void> {
    await this.source.transaction(async (tx) => {
      await tx.query('update stored_object set damaged_at = null where id = $1', [object.id]);
      await this.tellRecording(tx, object.recordingId);
      await this.journal.append(tx, 'object.repaired', { ...about(object), place: 'store' });
    });
  }

  /** The first place has been found right. */
  private async checkCopy(object: StoredObject, counts: Counts): Promise<void> {
    const { first, copy } = this.places;
    if (copy === null || object.copiedAt === null) return;
    const hash = await storedHash(copy, object);
    const wanted = object.sealedSha256 ?? (await storedHash(first, object));
    if (hash === wanted) return;
    counts.damaged += 1;
    // Asked for again by its row, as every copy is.
    await this.source.transaction(async (tx) => {
      const [, found]: [unknown, number] = await tx.query('update stored_object set copied_at = null where id = $1', [
        object.id,
      ]);
      if (found === 0) return;
      const damage = hash === null ? 'missing' : 'other_bytes';
      await this.journal.append(tx, 'object.damaged', { ...about(object), place: 'copy', damage });
    });
  }

  /** A recording is damaged while any of its objects is. */
  private async tellRecording(tx: EntityManager, recordingId: string): Promise<void> {
    await tx.query(
      `update recording set damaged = exists
         (select 1 from stored_object where recording_id = $1 and damaged_at is not null)
       where id = $1`,
      [recordingId],
    );
  }

  private async touch(id: string): Promise<void> {
    await this.source.query('update stored_object set checked_at = now() where id = $1', [id]);
  }
}

const about = ({ id: objectId, recordingId, kind }: StoredObject) => ({ objectId, recordingId, kind });
