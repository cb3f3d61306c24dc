/*
 * Records of telephone systems
 *   take   new ones are stored, sealed and once, and marked as due, in the transaction that counts them for the journal. What they teach of
 *          the house is kept with the source.
 *   fold   a job takes what is due: all records of a call, in whatever order they came, make the call what it is
 * Killed between the two, nothing is lost: what is due says so itself.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, WorkService } from '#platform';
import { KeptRecords, TelephonySourceRow } from '#telephony';
import { type ReadRecords, type RecordFile, type TelephonyRecord } from '#telephony/rules';
import { isDeepStrictEqual } from 'node:util';
import { readerOf } from './reader.js';
import { ToldRecords } from './told-records.service.js';

/** What became of records that were sent. */
export interface RecordsTaken {
  /** How many of them were new, and are stored. */
  taken: number;
  /** How many were stored already. */
  known: number;
}

/** Stored in one transaction. */
const AT_ONCE = 1000;

@Injectable()
export class TelephonyRecords {
  constructor(
    private readonly source: DataSource,
    private readonly kept: KeptRecords,
    private readonly told: ToldRecords,
    private readonly work: WorkService,
    private readonly clock: Clock,
  ) {}

  /** A file's text as the source's reader reads it; nothing is stored. null: it is none of this source's. */
  read(of: TelephonySourceRow, file: RecordFile): ReadRecords | null {
    // PostgreSQL keeps no NUL, and one in a log must not keep the rest of it from being read.
    return readerOf(of).read({ ...file, text: file.text.replaceAll('\0', '') }, of.settings, of.house);
  }

  /**
   * Stores records of a source; their calls follow. Any of them may come again, in any order.
   * @param unread how many lines of their file could not be read
   * @param by the person who sent them; null: they lay in a watched folder
   */
  async take(
    of: TelephonySourceRow,
    records: readonly TelephonyRecord[],
    unread = 0,
    by: string | null = null,
  ): Promise<RecordsTaken> {
    const reader = readerOf(of);
    const once = [...new Map(records.map((record) => [record.id, record])).values()];
    let taken = 0;
    for (let at = 0; at === 0 || at < once.length; at += AT_ONCE) {
      const some = once.slice(at, at + AT_ONCE).map((record) => ({ record, keys: reader.keysOf(record) }));
      taken += await this.store(of, some, at === 0 ? unread : 0, by);
    }
    return { taken, known: once.length - taken };
  }

  private async store(
    { id: sourceId }: TelephonySourceRow,
    some: readonly { record: TelephonyRecord; keys: string[] }[],
    unread: number,
    by: string | null,
  ): Promise<number> {
    const now = this.clock.now();
    for (;;) {
      const batch = await this.kept.seal(sourceId, some, now);
      const taken = await this.source.transaction(async (tx) => {
        const written = await this.kept.write(tx, batch, now);
        if (written === null) return null;
        // The source comes last: a worker that folds ends under its lock, and so sees what is due or is opened again.
        await this.learn(tx, sourceId, { some, taken: written, unread, now });
        if (written === 0) return 0;
        await this.told.count(tx, sourceId, written, by);
        await this.work.open(tx, 'fold-records', sourceId);
        return written;
      });
      if (taken !== null) return taken;
    }
  }

  private async learn(tx: EntityManager, id: string, { some, taken, unread, now }: Learnt): Promise<void> {
    const lock = { mode: 'pessimistic_write' as const };
    const of = await tx.findOneOrFail(TelephonySourceRow, { where: { id }, lock });
    const house = readerOf(of).survey(
      some.map(({ record }) => record),
      of.house,
    );
    const grew = !isDeepStrictEqual(house, of.house);
    const newest = some.reduce((last, { record: { at } }) => Math.max(last, at ?? 0), of.lastRecordAt?.getTime() ?? 0);
    await tx.update(TelephonySourceRow, id, {
      ...(grew && { house, houseGrew: of.houseGrew || of.records !== '0' }),
      ...{ lastReceivedAt: now, lastRecordAt: newest > 0 ? new Date(newest) : null },
      ...{ records: String(BigInt(of.records) + BigInt(taken)), unread: String(BigInt(of.unread) + BigInt(unread)) },
    });
  }
}

interface Learnt {
  some: readonly { record: TelephonyRecord }[];
  taken: number;
  unread: number;
  now: Date;
}
