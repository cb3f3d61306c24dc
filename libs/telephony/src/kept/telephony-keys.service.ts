/*
 * Keys of telephone records: one of a source and the day on which its records happened, so that no call costs a write to the key store
 *   use      found, or made by the first who needs it; the row is held while records are written with it
 *   end      no record of it is left: nothing is sealed with it from then on
 *   destroy  both copies in the key store: now what it sealed opens nowhere, in no backup either
 */
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, IsNull, Not, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, FileKeyStore, KEY_STORE, OpenKeys } from '#platform';
import { TelephonyKey } from './telephony-record.entity.js';

/** In the key store's records, where recordings have their id. */
const SUBJECT = 'telephony-records';
/** A key without a record may be about to get its first. */
const UNUSED_FOR = `interval '1 hour'`;

@Injectable()
export class TelephonyKeys implements OnApplicationShutdown {
  private readonly keys: OpenKeys;

  constructor(
    private readonly source: DataSource,
    @Inject(KEY_STORE) keys: FileKeyStore,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {
    this.keys = new OpenKeys(keys);
  }

  /** The id of the key for records of these days, `2026-12-01` → key. */
  async ofDays(sourceId: string, days: ReadonlySet<string>): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const day of days) found.set(day, await this.ofDay(sourceId, day));
    return found;
  }

  /** Holds keys until the transaction ends. @returns whether all are still in use */
  async hold(tx: EntityManager, keyIds: readonly string[]): Promise<boolean> {
    const held: unknown[] = await tx.query(
      'select 1 from telephony_key where key_id = any($1) and ended_at is null order by key_id for share',
      [keyIds],
    );
    return held.length === keyIds.length;
  }

  /** The key itself, which stays the service's. @throws KeyDestroyed, KeyMissing, KeyDamaged */
  open(keyId: string): Promise<Buffer> {
    return this.keys.open(keyId);
  }

  /** Ends and destroys keys of which no record is left. @returns how many */
  async destroyUnused(): Promise<number> {
    await this.source.transaction(async (tx) => {
      // Locked before it is asked: a record that is being written holds its key.
      const old: { key_id: string }[] = await tx.query(
        `select key_id from telephony_key where ended_at is null and created_at < now() - ${UNUSED_FOR}
           and not exists (select 1 from telephony_record where telephony_record.key_id = telephony_key.key_id)
         for update skip locked`,
      );
      await tx.query(
        `update telephony_key set ended_at = $2 where key_id = any($1)
           and not exists (select 1 from telephony_record where telephony_record.key_id = telephony_key.key_id)`,
        [old.map(({ key_id }) => key_id), this.clock.now()],
      );
    });
    const ended = await this.source.manager.findBy(TelephonyKey, { endedAt: Not(IsNull()), destroyedAt: IsNull() });
    for (const { keyId } of ended) await this.destroy(keyId);
    return ended.length;
  }

  onApplicationShutdown(): void {
    this.keys.closeAll();
  }

  private async destroy(keyId: string): Promise<void> {
    await this.keys.destroy(keyId);
    await this.source.transaction(async (tx) => {
      const at = this.clock.now();
      const { affected } = await tx.update(TelephonyKey, { keyId, destroyedAt: IsNull() }, { destroyedAt: at });
      if (affected) await this.journal.append(tx, 'records_key.destroyed', { keyId });
    });
  }

  private ofDay(sourceId: string, day: string): Promise<string> {
    const { manager } = this.source;
    return this.keys.findOrMake(SUBJECT, {
      find: async () => (await manager.findOneBy(TelephonyKey, { sourceId, day, endedAt: IsNull() }))?.keyId,
      write: async (keyId) => {
        const made: unknown[] = await manager.query(
          `insert into telephony_key (key_id, source_id, day, created_at) values ($1, $2, $3, $4)
           on conflict (source_id, day) where ended_at is null do nothing returning key_id`,
          [keyId, sourceId, day, this.clock.now()],
        );
        return made.length > 0;
      },
    });
  }
}
