/*
 * Both copies of the key store against each other and against the database
 *   a copy lost or damaged      made again from the other, and journalled
 *   a destruction cut short     completed; a tombstone that one copy lost is set again
 *   needed, and nowhere         `missing`: its recording cannot be opened; told as a fault
 *   there, and named by no row  an orphan once it is older than any write takes: told, and removed only when somebody asks
 */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, FileKeyStore, KEY_STORE, KeyDestroyed, type KeyEntry, type UpkeepOutcome } from '#platform';
import { lostTimes, type LostTime } from './lost-times.js';
import { keyNames, type NamedKeys } from './named-keys.js';

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
  orphans: number;
  /** Named by no row because their recordings came after the backup that was restored: what is lost of them is in the database. */
  sinceBackup: number;
  orphansRemoved: number;
  /** One of the keys that somebody should look at. */
  example: string | null;
}

@Injectable()
export class KeyCheck {
  private lost: readonly LostTime[] = [];

  constructor(
    private readonly source: DataSource,
    @Inject(KEY_STORE) private readonly keys: FileKeyStore,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async run({ removeOrphans = false } = {}): Promise<UpkeepOutcome> {
    const none = {
      keys: 0,
      tombstones: 0,
      repaired: 0,
      unrepaired: 0,
      missing: 0,
      orphans: 0,
      sinceBackup: 0,
      orphansRemoved: 0,
    };
    const found: Found = { ...none, example: null };
    const namesOf = await keyNames(this.source);
    this.lost = await lostTimes(this.source);
    for (const shard of SHARDS) await this.shard(shard, namesOf, found, removeOrphans);
    return { ok: found.missing + found.unrepaired === 0, result: { ...found } };
  }

  private async shard(
    shard: string,
    namesOf: (shard: string) => Promise<NamedKeys>,
    found: Found,
    removeOrphans: boolean,
  ): Promise<void> {
    // What the database names is read first: a key that is made afterwards is too young to be an orphan.
    const known = await namesOf(shard);
    const seen = new Set<string>();
    for await (const entry of this.keys.list(shard)) {
      seen.add(entry.keyId);
      await this.entry(entry, known, found, removeOrphans);
    }
    for (const keyId of known.needed) {
      // Looked at once more: it may have been made while the directory was read.
      if (seen.has(keyId) || (await this.keys.find(keyId)).state !== 'missing') continue;
      found.missing += 1;
      found.example = keyId;
    }
  }

  private async entry(entry: KeyEntry, known: NamedKeys, found: Found, removeOrphans: boolean): Promise<void> {
    const { keyId, state, first, second } = entry;
    if (state === 'destroying' || state === 'destroyed') {
      found.tombstones += 1;
      if (first !== 'destroyed' || second !== 'destroyed') await this.keys.destroy(keyId);
      return;
    }
    found.keys += 1;
    if (
      this.isOrphan(entry, known) &&
      this.lost.some(({ from, to }) => from <= entry.createdAt! && entry.createdAt! <= to)
    )
      found.sinceBackup += 1;
    else if (this.isOrphan(entry, known)) {
      found.orphans += 1;
      if (removeOrphans) found.orphansRemoved += await this.remove(keyId);
    } else if (first !== 'present' || second !== 'present') await this.repair(entry, found);
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

  private isOrphan({ keyId, createdAt }: KeyEntry, { named }: NamedKeys): boolean {
    return (
      !named.has(keyId) && createdAt !== undefined && this.clock.now().getTime() - createdAt.getTime() > ORPHAN_AFTER_MS
    );
  }

  private async remove(keyId: string): Promise<1> {
    await this.keys.destroy(keyId);
    await this.source.transaction((tx) => this.journal.append(tx, 'key_store.orphan_removed', { keyId }));
    return 1;
  }
}
