/*
 * Both copies of the key store against each other and against the database
 *   a copy lost or damaged      made again from the other, and journalled
 *   a destruction cut short     completed where the database ordered it, or no row needs the key
 *   any other tombstone         a doubt: written down and told, and nothing is destroyed by it (`tombstone.rules.ts`)
 *   needed, and nowhere         `missing`: its recording cannot be opened; told as a fault
 *   there, and named by no row  an orphan once it is older than any write takes: reported, and removed only when an operator asks
 * Both are gone through side by side, a page of each at a time. What earlier releases kept in larger folders is moved on the way.
 */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import {
  Clock,
  FileKeyStore,
  KEY_STORE,
  KeyDestroyed,
  SPOOL_KEYS,
  UPKEEP_SOURCE,
  type KeyEntry,
  type UpkeepOutcome,
} from '#platform';
import { KeyDoubts } from './key-doubts.service.js';
import { keyPairs, type KeyPair } from './key-pairs.js';
import { keyNames, type NamedKey } from './named-keys.js';
import { judgeTombstone } from './tombstone.rules.js';

/** Well beyond the longest write: until then a key that no row names may be about to be named. */
export const ORPHAN_AFTER_MS = 24 * 60 * 60 * 1000;
const SHARDS = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

interface Found {
  keys: number;
  tombstones: number;
  repaired: number;
  /** Left with one copy, or none that opens. */
  unrepaired: number;
  missing: number;
  /** Tombstones that nothing vouches for. */
  doubtful: number;
  /** Both copies have a tombstone, and the database has not destroyed the recording: `RestoredRecordings` decides. */
  undecided: number;
  orphans: number;
  /** Named by no row because their recordings came after the backup that was restored: what is lost of them is in the database. */
  sinceBackup: number;
  orphansRemoved: number;
  /** One of the keys that a person should look at. */
  example: string | null;
}

const NONE: Found = {
  keys: 0,
  tombstones: 0,
  repaired: 0,
  unrepaired: 0,
  missing: 0,
  doubtful: 0,
  undecided: 0,
  orphans: 0,
  sinceBackup: 0,
  orphansRemoved: 0,
  example: null,
};

@Injectable()
export class KeyCheck {
  private lost: readonly LostTime[] = [];

  constructor(
    @Inject(UPKEEP_SOURCE) private readonly source: DataSource,
    @Inject(KEY_STORE) private readonly keys: FileKeyStore,
    private readonly journal: JournalService,
    private readonly doubts: KeyDoubts,
    private readonly clock: Clock,
  ) {}

  async run({ removeOrphans = false } = {}): Promise<UpkeepOutcome> {
    const found: Found = { ...NONE };
    const namesOf = await keyNames(this.source);
    this.lost = await lostTimes(this.source);
    for (const shard of SHARDS) {
      await this.keys.settle(shard);
      for await (const pair of keyPairs(this.keys.list(shard), namesOf(shard)))
        await this.pair(pair, found, removeOrphans);
    }
    found.doubtful = await this.settleDoubts(found);
    return { ok: found.missing + found.unrepaired + found.doubtful === 0, result: { ...found } };
  }

  private async pair({ keyId, entry, name }: KeyPair, found: Found, removeOrphans: boolean): Promise<void> {
    if (entry) return this.entry(entry, name, found, removeOrphans);
    // Looked at once more: it may have been made while the directory was read.
    if (!name?.needed || (await this.keys.find(keyId)).state !== 'missing') return;
    found.missing += 1;
    found.example = keyId;
  }

  private async entry(
    entry: KeyEntry,
    name: NamedKey | undefined,
    found: Found,
    removeOrphans: boolean,
  ): Promise<void> {
    if (entry.state === 'destroying' || entry.state === 'destroyed') return this.tombstone(entry, name, found);
    found.keys += 1;
    const { keyId, first, second } = entry;
    if (this.isOrphan(entry, name) && this.isSinceBackup(entry)) found.sinceBackup += 1;
    else if (this.isOrphan(entry, name)) {
      found.orphans += 1;
      if (removeOrphans) found.orphansRemoved += await this.remove(keyId);
    } else if (first !== 'present' || second !== 'present') await this.repair(entry, found);
  }

  private async tombstone(entry: KeyEntry, name: NamedKey | undefined, found: Found): Promise<void> {
    found.tombstones += 1;
    const verdict = judgeTombstone(entry, name, this.isSinceBackup(entry));
    if (verdict === 'complete') await this.keys.destroy(entry.keyId);
    if (verdict === 'undecided') found.undecided += 1;
    if (verdict === 'doubtful') await this.doubts.note(entry, 'one_copy');
  }

  /** What became of the doubts, these and earlier ones. @returns how many are left */
  private async settleDoubts(found: Found): Promise<number> {
    const open = await this.doubts.open();
    for (const { keyId } of open) {
      const outcome = await this.doubts.settleIfClear(await this.keys.find(keyId));
      if (!outcome) found.example = keyId;
    }
    return (await this.doubts.open()).length;
  }

  private async repair({ keyId, first, second }: KeyEntry, found: Found): Promise<void> {
    try {
      await this.keys.repair(keyId);
      const now = await this.keys.find(keyId);
      if (now.first !== 'present' || now.second !== 'present') throw new Error('one copy cannot be written');
    } catch (error) {
      if (error instanceof KeyDestroyed) return;
      found.unrepaired += 1;
      found.example = keyId;
      return;
    }
    found.repaired += 1;
    await this.source.transaction((tx) => this.journal.append(tx, 'key_store.repaired', { keyId, first, second }));
  }

  private isOrphan({ createdAt, recordingId }: KeyEntry, name: NamedKey | undefined): boolean {
    if (recordingId === SPOOL_KEYS) return false;
    return !name && createdAt !== undefined && this.clock.now().getTime() - createdAt.getTime() > ORPHAN_AFTER_MS;
  }

  /** Its recording came after the backup that was restored: what is lost of it is in the database. */
  private isSinceBackup({ createdAt }: KeyEntry): boolean {
    return createdAt !== undefined && this.lost.some(({ from, to }) => from <= createdAt && createdAt <= to);
  }

  private async remove(keyId: string): Promise<1> {
    await this.keys.destroy(keyId);
    await this.source.transaction((tx) => this.journal.append(tx, 'key_store.orphan_removed', { keyId }));
    return 1;
  }
}

/** From the moment of a backup until it was restored: what happened then is not in the database. */
export interface LostTime {
  readonly from: Date;
  readonly to: Date;
}

export async function lostTimes(source: DataSource): Promise<LostTime[]> {
  return source.query(
    `select (details ->> 'takenAt')::timestamptz as "from", at as "to"
     from journal_entry join journal_detail on entry_id = id where event = 'database.restored'`,
  );
}
