import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type TelephonyRecord } from '../records/record.rules.js';
import { keyHash, openRecord, recordIdOf, sealRecord, uuidOf } from './sealed-record.js';
import { TelephonySourceRow } from './telephony-source.entity.js';
import { TelephonyKeys } from './telephony-keys.service.js';

/** A record that is to be kept, with what others of its call find it by. */
export interface RecordToKeep {
  record: TelephonyRecord;
  keys: readonly string[];
}

/** Records sealed, and ready to be written in one transaction. */
export interface SealedBatch {
  sourceId: string;
  keyIds: string[];
  rows: { id: string; kind: string; at: Date | null; keys: string[]; keyId: string; body: Buffer }[];
}

/** How far back calls are folded again when the house is known better; what is older was told of by what was known then. */
const LOOKS_BACK = `interval '45 days'`;

/** Far more than one call has: a key that joins so many joins what does not belong together. */
const MOST = 20_000;

/** Sealed or opened before others who share the process have their turn: a few milliseconds. */
const AT_ONCE = 100;

const SILENT_AT_ONCE = 1000;

/** Records that are not folded: each of them would be tried alone, and find all the others again. */
export class TooManyTogether extends Error {
  override readonly name = 'TooManyTogether';

  constructor(readonly recordIds: readonly string[]) {
    super(`more than ${MOST} records hang together`);
  }
}

/** Records of telephone systems, sealed in the database. */
@Injectable()
export class KeptRecords {
  constructor(private readonly keys: TelephonyKeys) {}

  /** Seals records by the keys of their days; of one that does not say when it happened, by that of the day on which it came. */
  async seal(sourceId: string, records: readonly RecordToKeep[], now: Date): Promise<SealedBatch> {
    const dayOf = (at: number | null): string => new Date(at ?? now).toISOString().slice(0, 10);
    const ofDays = await this.keys.ofDays(sourceId, new Set(records.map(({ record }) => dayOf(record.at))));
    const rows: SealedBatch['rows'] = [];
    for (const { record, keys } of records) {
      const keyId = ofDays.get(dayOf(record.at)) as string;
      rows.push({
        ...{ id: uuidOf(record.id), kind: record.kind, at: record.at === null ? null : new Date(record.at) },
        ...{ keys: keys.map((key) => keyHash(sourceId, key)), keyId },
        body: sealRecord(await this.keys.open(keyId), sourceId, record),
      });
      if (rows.length % AT_ONCE === 0) await nextTurn();
    }
    return { sourceId, keyIds: [...new Set(ofDays.values())], rows };
  }

  /** Writes those that are new, each once, as due. @returns how many were new, or null where a key ended meanwhile: then they are sealed again */
  async write(tx: EntityManager, { sourceId, keyIds, rows }: SealedBatch, now: Date): Promise<number | null> {
    if (!(await this.keys.hold(tx, keyIds))) return null;
    const written: unknown[] = await tx.query(
      `insert into telephony_record (source_id, id, kind, at, received_at, keys, key_id, body)
       select $1, id, kind, at, $2, keys::bigint[], key_id, body
       from unnest($3::uuid[], $4::text[], $5::timestamptz[], $6::text[], $7::uuid[], $8::bytea[]) as given (id, kind, at, keys, key_id, body)
       -- In one order, so that two who send the same do not wait for each other in a ring.
       order by id on conflict do nothing returning id`,
      [
        ...[sourceId, now, rows.map(({ id }) => id), rows.map(({ kind }) => kind), rows.map(({ at }) => at)],
        ...[rows.map(({ keys }) => `{${keys.join(',')}}`), rows.map(({ keyId }) => keyId)],
        rows.map(({ body }) => body),
      ],
    );
    return written.length;
  }

  /** All records that hang together with some of a source, opened and in no particular order. @throws TooManyTogether where that is far more than a call has */
  async together(tx: EntityManager, sourceId: string, recordIds: readonly string[]): Promise<TelephonyRecord[]> {
    const found = new Map<string, Row>();
    const asked = new Set<string>();
    let fresh: Row[] = await tx.query(`${ROWS} and id = any($2)`, [sourceId, recordIds]);
    while (fresh.length > 0) {
      for (const row of fresh) found.set(row.id, row);
      if (found.size > MOST) throw new TooManyTogether([...found.keys()]);
      const keys = new Set(fresh.flatMap((row) => row.keys).filter((key) => !asked.has(key)));
      for (const key of keys) asked.add(key);
      if (keys.size === 0) break;
      const near: Row[] = await tx.query(`${ROWS} and keys && $2::bigint[]`, [sourceId, [...keys]]);
      fresh = near.filter(({ id }) => !found.has(id));
    }
    const source = await sourceName(tx, sourceId);
    const records: TelephonyRecord[] = [];
    for (const row of found.values()) {
      records.push(await this.opened(source, sourceId, row));
      if (records.length % AT_ONCE === 0) await nextTurn();
    }
    return records;
  }

  /** All records of a source that tell of a call. */
  async ofCall(tx: EntityManager, sourceId: string, callId: string): Promise<TelephonyRecord[]> {
    const one: { id: string }[] = await tx.query(
      'select id from telephony_record where source_id = $1 and call_id = $2 limit 1',
      [sourceId, callId],
    );
    return this.together(
      tx,
      sourceId,
      one.map(({ id }) => id),
    );
  }

  /** The record that has been due longest, but for some; null: nothing is. */
  async nextDue(tx: EntityManager, sourceId: string, but: readonly string[] = []): Promise<string | null> {
    const [row]: { id: string }[] = await tx.query(
      'select id from telephony_record where source_id = $1 and due and id <> all($2::uuid[]) order by received_at limit 1',
      [sourceId, but],
    );
    return row?.id ?? null;
  }

  /** Sources of which something is due. */
  async sourcesDue(tx: EntityManager): Promise<string[]> {
    const due: { id: string }[] = await tx.query(
      `select id from telephony_source
       where house_grew or exists (select 1 from telephony_record where source_id = telephony_source.id and due)`,
    );
    return due.map(({ id }) => id);
  }

  /** Calls are to be folded again: one record of each is due. */
  async dueOfCalls(tx: EntityManager, callIds: readonly string[]): Promise<void> {
    await tx.query(
      `update telephony_record set due = true from (
         select distinct on (call_id) source_id, id from telephony_record where call_id = any($1) order by call_id, id) one
       where telephony_record.source_id = one.source_id and telephony_record.id = one.id and not due`,
      [callIds],
    );
  }

  /** Calls that go on, and of which no record is from after that moment: the oldest of them. */
  async silentCalls(tx: EntityManager, since: Date): Promise<string[]> {
    const silent: { id: string }[] = await tx.query(
      `select id from call where stage in ('ringing', 'live') and started_at <= $1
         and exists (select 1 from telephony_record where telephony_record.call_id = call.id)
         and not exists (select 1 from telephony_record where telephony_record.call_id = call.id and at > $1)
       order by started_at limit ${SILENT_AT_ONCE}`,
      [since],
    );
    return silent.map(({ id }) => id);
  }

  /**
   * The house is known better: a record of each call is due again, and every one that is of no call. They are found by the keys of their days:
   * what is older, which is nearly all, is not read.
   */
  async dueAgain(tx: EntityManager, sourceId: string): Promise<void> {
    await tx.update(TelephonySourceRow, sourceId, { houseGrew: false });
    await tx.query(
      `with since as (select last_record_at - ${LOOKS_BACK} as at from telephony_source where id = $1)
       update telephony_record set due = true where source_id = $1 and not due and id in (
         select distinct on (coalesce(call_id, id)) id from telephony_record
         where source_id = $1 and at > (select at from since) and key_id in (
           select key_id from telephony_key where source_id = $1 and day >= (select (at at time zone 'UTC')::date from since)))`,
      [sourceId],
    );
  }

  /** They tell of this call now, or of none, and nothing of them is due. */
  async settle(
    tx: EntityManager,
    sourceId: string,
    records: readonly TelephonyRecord[],
    callId: string | null,
  ): Promise<void> {
    await tx.query(
      `update telephony_record set due = false, call_id = $3 where source_id = $1 and id = any($2)
         and (due or call_id is distinct from $3)`,
      [sourceId, records.map(({ id }) => uuidOf(id)), callId],
    );
  }

  /** Takes records away for ever. */
  async forget(tx: EntityManager, sourceId: string, records: readonly TelephonyRecord[]): Promise<void> {
    await tx.query('delete from telephony_record where source_id = $1 and id = any($2)', [
      sourceId,
      records.map(({ id }) => uuidOf(id)),
    ]);
  }

  private async opened(source: string, sourceId: string, row: Row): Promise<TelephonyRecord> {
    const id = recordIdOf(row.id);
    const content = openRecord(await this.keys.open(row.keyId), sourceId, id, row.body);
    return { source, id, kind: row.kind, ...content };
  }
}

const ROWS = `select id, kind, keys::text[] as keys, key_id as "keyId", body from telephony_record where source_id = $1`;

interface Row {
  id: string;
  kind: string;
  keys: string[];
  keyId: string;
  body: Buffer;
}

async function sourceName(tx: EntityManager, sourceId: string): Promise<string> {
  const [row]: { reader: string }[] = await tx.query('select reader from telephony_source where id = $1', [sourceId]);
  return row?.reader ?? '';
}
