/*
 * The second place of the objects, filled from their rows: one that has no `copied_at` is still to be copied
 *   The row is held against deletion while its bytes are copied and read back, and says so in the same transaction. So a destruction waits
 *   for the copy and then deletes both; killed anywhere, the row still asks for the copy, and what lies there is completed or replaced.
 *   Only rows lead to deletion: what a restored older database does not know of is left alone in both places.
 */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ENV, OBJECT_PLACES, ObjectMissing, TALLIES, UPKEEP_SOURCE, type Env, type ObjectPlaces } from '#platform';
import { StoredObject } from '../stored-object.entity.js';
import { copyBytes, CopyUnlike } from './stored-bytes.js';

const BATCH = 50;
/** Advisory locks of this key space keep two workers from copying the same object. */
const LOCK_SPACE = 7311;

export interface CopyLag {
  /** Null where no second place is set up. */
  pending: number | null;
  /** How long the oldest object has waited for its copy. */
  oldestSeconds: number | null;
}

@Injectable()
export class ObjectCopies {
  constructor(
    @Inject(UPKEEP_SOURCE) private readonly source: DataSource,
    @Inject(OBJECT_PLACES) private readonly places: ObjectPlaces,
    @Inject(ENV) private readonly env: Pick<Env, 'copyAtOnce'>,
  ) {}

  /** Copies what is due, oldest first, until nothing is left. @returns how many. @throws what a store throws that is away */
  async copyDue(): Promise<number> {
    if (this.places.copy === null) return 0;
    let copied = 0;
    let after = { createdAt: new Date(0), id: '00000000-0000-0000-0000-000000000000' };
    for (;;) {
      const due: { id: string; createdAt: Date }[] = await this.source.query(
        `select id, created_at as "createdAt" from stored_object
         where copied_at is null and damaged_at is null and (created_at, id) > ($1, $2)
         order by created_at, id limit ${BATCH}`,
        [after.createdAt, after.id],
      );
      copied += await this.copyAll(due.map(({ id }) => id));
      if (due.length < BATCH) return copied;
      after = due.at(-1)!;
    }
  }

  /** Several at once. Where one fails the others finish first, so that nothing runs on after the caller has its answer. */
  private async copyAll(ids: readonly string[]): Promise<number> {
    const waiting = [...ids];
    let copied = 0;
    const one = async () => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        const made = await this.copyOne(id);
        copied += made;
      }
    };
    const ended = await Promise.allSettled(Array.from({ length: this.env.copyAtOnce }, one));
    const failed = ended.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
    return copied;
  }

  async lag(): Promise<CopyLag> {
    if (this.places.copy === null) return { pending: null, oldestSeconds: null };
    const [row]: { pending: number; oldest: number | null }[] = await this.source.query(
      `select greatest(coalesce(sum(case of when 'object' then n else -n end), 0), 0)::int as pending,
         (select extract(epoch from now() - created_at)::float8 from stored_object where copied_at is null
          order by created_at, id limit 1) as oldest
       from ${TALLIES} where of in ('object', 'copied')`,
    );
    return { pending: row?.pending ?? 0, oldestSeconds: row?.oldest ?? null };
  }

  private async copyOne(id: string): Promise<0 | 1> {
    const { first, copy } = this.places;
    return this.source.transaction(async (tx) => {
      const [lock]: { taken: boolean }[] = await tx.query(
        'select pg_try_advisory_xact_lock($1, hashtext($2)) as taken',
        [LOCK_SPACE, id],
      );
      if (!lock?.taken) return 0;
      const object = await tx
        .createQueryBuilder(StoredObject, 'object')
        .where('object.id = :id and object.copied_at is null', { id })
        .setLock('for_key_share')
        .getOne();
      if (!object || copy === null) return 0;
      try {
        await copyBytes(first, copy, object);
      } catch (error) {
        if (!(error instanceof CopyUnlike) && !(error instanceof ObjectMissing)) throw error;
        // What should be copied may be damaged itself: the scrubber, which can tell, reads it next.
        await tx.query(`update stored_object set checked_at = 'epoch' where id = $1`, [id]);
        return 0;
      }
      await tx.query('update stored_object set copied_at = now() where id = $1', [id]);
      return 1;
    });
  }
}
