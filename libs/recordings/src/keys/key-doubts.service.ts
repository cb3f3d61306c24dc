/*
 * A tombstone destroys nothing on its own. It counts where the database ordered the destruction, where a certificate that we signed names
 * the key, or where both copies have it and no hold covers the recording (`RestoredRecordings`). Any other is a doubt: the recording is
 * neither opened nor destroyed, administrators are told, and the operator of the disks says what it is (docs/operations/keys.md).
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { type KeyEntry, type FileKeyStore } from '#platform';
import { bothCopiesDestroyed } from './tombstone.rules.js';

/** `one_copy`: the other copy says otherwise. `held`: a legal hold covers the recording. `no_order`: nothing else vouches for it. */
export type DoubtReason = 'one_copy' | 'held' | 'no_order';

export interface Doubt {
  keyId: string;
  recordingId: string | null;
  first: KeyEntry['first'];
  second: KeyEntry['second'];
  why: DoubtReason;
  foundAt: Date;
}

@Injectable()
export class KeyDoubts {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
  ) {}

  /** Of these keys, those of recordings whose destruction the database has not started. */
  async unordered(keyIds: readonly string[]): Promise<Map<string, string>> {
    if (keyIds.length === 0) return new Map();
    const rows: { id: string; key_id: string }[] = await this.source.query(
      'select id, key_id from recording where key_id = any($1) and destruction_started_at is null',
      [keyIds],
    );
    return new Map(rows.map(({ id, key_id }) => [key_id, id]));
  }

  /** Writes a doubt down, and tells of it once. @returns whether it is new */
  async note({ keyId, first, second }: KeyEntry, why: DoubtReason): Promise<boolean> {
    return this.source.transaction(async (tx) => {
      const recordingId = (await recordingOf(tx, keyId))?.id ?? null;
      const added: unknown[] = await tx.query(
        `insert into key_doubt (doubted_key, recording_id, first, second, why, found_at) values ($1, $2, $3, $4, $5, now())
         on conflict (doubted_key) do update set first = $3, second = $4, why = $5, found_at = now(), settled_at = null
           where key_doubt.settled_at is not null returning doubted_key`,
        [keyId, recordingId, first, second, why],
      );
      if (added.length === 0) return false;
      const about = await aboutCall(tx, recordingId);
      await this.journal.append(tx, 'key_store.doubted', { keyId, recordingId, first, second, why }, about);
      return true;
    });
  }

  /** What is still in doubt. */
  async open(): Promise<Doubt[]> {
    return this.source.query(
      `select doubted_key as "keyId", recording_id as "recordingId", first, second, why, found_at as "foundAt"
       from key_doubt where settled_at is null order by found_at, doubted_key`,
    );
  }

  async isAnyOpen(): Promise<boolean> {
    const [row]: { open: boolean }[] = await this.source.query(
      'select exists (select from key_doubt where settled_at is null) as open',
    );
    return row?.open === true;
  }

  /** Whether it turned out what a doubt was: the key is whole again, or its destruction was ordered after all. */
  async settleIfClear({ keyId, state, first, second }: KeyEntry): Promise<boolean> {
    return this.source.transaction(async (tx) => {
      const recording = await recordingOf(tx, keyId);
      const ordered = recording?.started === true || (!recording && state === 'destroyed');
      if (!ordered && (first !== 'present' || second !== 'present')) return false;
      const [rows]: [{ recording_id: string | null }[], number] = await tx.query(
        'update key_doubt set settled_at = now() where doubted_key = $1 and settled_at is null returning recording_id',
        [keyId],
      );
      if (!rows[0]) return true;
      const { recording_id: recordingId } = rows[0];
      const as = ordered ? ('destroyed' as const) : ('kept' as const);
      const about = await aboutCall(tx, recordingId);
      await this.journal.append(tx, 'key_store.doubt_settled', { keyId, recordingId, as }, about);
      return true;
    });
  }
}

async function recordingOf(tx: EntityManager, keyId: string): Promise<{ id: string; started: boolean } | undefined> {
  const [row]: { id: string; started: boolean }[] = await tx.query(
    'select id, destruction_started_at is not null as started from recording where key_id = $1',
    [keyId],
  );
  return row;
}

async function aboutCall(tx: EntityManager, recordingId: string | null): Promise<{ callId?: string }> {
  if (recordingId === null) return {};
  const [row]: { call_id: string }[] = await tx.query('select call_id from recording where id = $1', [recordingId]);
  return row ? { callId: row.call_id } : {};
}

/**
 * Whether the tombstone of a recording's key is one that nothing vouches for: the database has not ordered the destruction, and one copy says
 * otherwise, or a hold covers the recording. After an older database was restored both copies say it, and it counts.
 */
export async function isDoubtful(source: DataSource, keys: FileKeyStore, keyId: string): Promise<boolean> {
  const [recording]: { held: boolean }[] = await source.query(
    `select exists (select from custody_hold where custody_hold.call_id = recording.call_id and released_at is null
       and (recording_id is null or recording_id = recording.id)) as held
     from recording where key_id = $1 and destruction_started_at is null`,
    [keyId],
  );
  return recording !== undefined && (recording.held || !bothCopiesDestroyed(await keys.find(keyId)));
}
