/**
 * Wrapped recording keys, in two directories that should lie on different disks, and nowhere else: not in the database,
 * not beside the recordings, not in their backups. Destroying both copies destroys the recording everywhere.
 *
 *   create    both copies are durable before the key is given out
 *   any write only while both directories bear the mark of this installation: a disk that is not mounted holds no copy
 *   unwrap    a tombstone in either copy refuses; else any good copy answers, and repairs the other
 *   destroy   tombstone, then removal, in the first copy, then in the second; interrupted, it is simply done again
 */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { newKey, withKey, WrappedKeyDamaged, zeroKeys } from '../encryption/index.js';
import { faultPoint } from '../fault-point.js';
import { KeyDirectory } from './key-directory.js';
import { entryOf, type Copy } from './key-entry.rules.js';
import { KeyVersionUnknown, type KeyProvider } from './key-provider.js';
import { type KeyRecord } from './key-record.rules.js';
import { markerTrouble, type KeyDirectoryPaths } from './key-marker.js';
import { KEY_ID } from './key-paths.rules.js';
import { KeyDamaged, KeyDestroyed, KeyMissing } from './key-store.js';
import { type CopyRepair, type KeyDestruction, type KeyEntry } from './key-store.js';
import { walkKeys, type WalkedKey, type WalkOnly } from './key-walk.js';
import { moveFormerKeys } from './move-former-keys.js';

/** Keys that are looked at together while the store is walked: each waits for its disks. */
const AT_ONCE = 16;

export interface FileKeyStoreOptions {
  /** Two different directories. */
  readonly first: string;
  readonly second: string;
  readonly keyProvider: KeyProvider;
  readonly now?: () => Date;
  /** Told of each copy that had to be restored, so that an operator looks at that disk. */
  readonly onRepair?: (repair: CopyRepair) => void;
}

export class FileKeyStore {
  /** Where the two copies lie. */
  readonly paths: KeyDirectoryPaths;
  readonly #first: KeyDirectory;
  readonly #second: KeyDirectory;
  readonly #provider: KeyProvider;
  readonly #now: () => Date;
  readonly #onRepair: (repair: CopyRepair) => void;

  constructor({ first, second, keyProvider, now, onRepair }: FileKeyStoreOptions) {
    if (resolve(first) === resolve(second)) throw new Error('the two copies of a key store need two directories');
    this.paths = { first, second };
    this.#first = new KeyDirectory(first);
    this.#second = new KeyDirectory(second);
    this.#provider = keyProvider;
    this.#now = now ?? (() => new Date());
    this.#onRepair = onRepair ?? (() => undefined);
  }

  /** A fresh recording key, kept in both copies. The caller zeroes `key` after use. */
  async create(recordingId: string): Promise<{ keyId: string; key: Buffer }> {
    await this.#assertMarked();
    const [keyId, key] = [randomUUID(), newKey()];
    try {
      const record = await this.#record(key, { keyId, recordingId, createdAt: this.#now().toISOString() });
      await this.#addToBoth(record);
      return { keyId, key };
    } catch (error) {
      zeroKeys(key);
      throw error;
    }
  }

  /** The recording key, which the caller zeroes. Throws `KeyDestroyed`, `KeyMissing`, `KeyDamaged` or the provider's error. */
  async unwrap(keyId: string): Promise<Buffer> {
    try {
      return (await this.#open(keyId)).key;
    } catch (error) {
      if (!(error instanceof KeyVersionUnknown)) throw error;
      // It was re-wrapped, and the old version retired, between reading the record and opening it: the record says otherwise now.
      return (await this.#open(keyId)).key;
    }
  }

  /** Opens the key to see that it opens, and repairs a copy that is lost or damaged. Throws as `unwrap` does. */
  async repair(keyId: string): Promise<void> {
    zeroKeys(await this.unwrap(keyId));
  }

  /** Wraps the key by the current key-encryption key, if it is not; recordings stay as they are. Safe to run again. */
  async rewrap(keyId: string): Promise<'rewrapped' | 'current'> {
    const { key, record } = await this.#open(keyId);
    return withKey(key, async () => {
      if (record.version === (await this.#provider.currentVersion())) return 'current';
      const rewrapped = await this.#record(key, record);
      // One after the other: at every moment one of the two copies is whole on its disk.
      await this.#put(this.#first, rewrapped);
      faultPoint('rewrap.first-copy');
      await this.#put(this.#second, rewrapped);
      return 'rewrapped';
    });
  }

  /** Removes both copies for ever; what stays is a tombstone in each. Safe to run again, and after a crash needed. */
  async destroy(keyId: string): Promise<KeyDestruction> {
    assertKeyId(keyId);
    await this.#assertMarked();
    const now = this.#now();
    const first = await this.#first.bury(keyId, now);
    const second = await this.#second.bury(keyId, now);
    const found = ({ hadCopy }: { hadCopy: boolean }) => (hadCopy ? 'removed' : 'absent');
    return { first: found(first), second: found(second) };
  }

  /**
   * Says in both tombstones which certificate tells of a destruction, so that later askers for the key can be told, also where the database
   * knows nothing of it any more. Safe to run again.
   */
  async certify(keyId: string, certificate: string): Promise<void> {
    assertKeyId(keyId);
    await this.#assertMarked();
    for (const directory of [this.#first, this.#second])
      if (!(await directory.certify(keyId, certificate))) throw new Error(`key ${keyId} has no tombstone to certify`);
  }

  /** What is known of one key, without unwrapping it. `destroyed` only when no copy is left. */
  async find(keyId: string): Promise<KeyEntry> {
    assertKeyId(keyId);
    return entryOf(keyId, await this.#copies(keyId));
  }

  /** Every key and tombstone, to be compared with what the database knows; of ids that begin with `shard` (two letters), or of all. */
  async *list(shard?: string): AsyncGenerator<KeyEntry, void, undefined> {
    for await (const entries of this.pages({ shard })) yield* entries;
  }

  /** The same, a folder of the store at a time: what is in memory does not grow with the store. */
  async *pages(only: WalkOnly = {}): AsyncGenerator<KeyEntry[], void, undefined> {
    for await (const keys of walkKeys([this.paths.first, this.paths.second], only))
      for (let at = 0; at < keys.length; at += AT_ONCE)
        yield await Promise.all(keys.slice(at, at + AT_ONCE).map((key) => this.#entry(key)));
  }

  /** Moves what earlier releases kept of a shard into its folders of today. @returns how many files moved */
  async settle(shard: string): Promise<number> {
    await this.#assertMarked();
    let moved = 0;
    for (const directory of [this.#first, this.#second]) moved += await moveFormerKeys(directory, shard);
    return moved;
  }

  async #open(keyId: string): Promise<{ key: Buffer; record: KeyRecord }> {
    assertKeyId(keyId);
    const copies = await this.#copies(keyId);
    const { state } = entryOf(keyId, copies);
    if (state === 'destroyed' || state === 'destroying') throw await this.#destroyed(keyId, state === 'destroyed');
    if (state === 'missing') throw new KeyMissing(keyId);
    const opened = await this.#unwrapAny(keyId, copies);
    await this.#mend(opened.record, copies).catch((error: unknown) => {
      zeroKeys(opened.key);
      throw error;
    });
    return opened;
  }

  async #unwrapAny(keyId: string, copies: readonly Copy[]): Promise<{ key: Buffer; record: KeyRecord }> {
    let failure: unknown = new KeyDamaged(keyId);
    for (const record of await this.#candidates(copies)) {
      try {
        const wrapped = { version: record.version, bytes: Buffer.from(record.wrapped, 'base64') };
        return { key: await this.#provider.unwrap(wrapped, contextOf(record)), record };
      } catch (error) {
        // A damaged copy must not hide that the other only lacks its key-encryption key.
        if (!(error instanceof WrappedKeyDamaged)) failure = error;
      }
    }
    throw failure;
  }

  /** After an interrupted re-wrap the copies differ; the one under the current version is the newer. */
  async #candidates(copies: readonly Copy[]): Promise<KeyRecord[]> {
    const records = copies.flatMap((copy) => (copy.state === 'present' ? [copy.record] : []));
    if (new Set(records.map(({ version }) => version)).size < 2) return records;
    const current = await this.#provider.currentVersion();
    return records.sort((a, b) => Number(b.version === current) - Number(a.version === current));
  }

  async #mend(good: KeyRecord, copies: readonly [Copy, Copy]): Promise<void> {
    for (const [copy, directory, found] of [
      ['first', this.#first, copies[0]],
      ['second', this.#second, copies[1]],
    ] as const) {
      if (found.state === 'present' && isDeepStrictEqual(found.record, good)) continue;
      const repair: CopyRepair = { keyId: good.keyId, copy, was: found.state };
      try {
        await this.#put(directory, good);
        this.#onRepair(repair);
      } catch (error) {
        if (error instanceof KeyDestroyed) throw error;
        // The recording can still be heard; that one copy is gone must be told, not be paid for by the listener.
        this.#onRepair({ ...repair, error });
      }
    }
  }

  async #put(directory: KeyDirectory, record: KeyRecord): Promise<void> {
    await this.#assertMarked();
    if (await directory.replace(record)) return;
    const { state } = await this.find(record.keyId);
    throw new KeyDestroyed(record.keyId, state === 'destroyed');
  }

  async #destroyed(keyId: string, complete: boolean): Promise<KeyDestroyed> {
    const tombstones = await Promise.all([this.#first, this.#second].map((copy) => copy.tombstone(keyId)));
    return new KeyDestroyed(keyId, complete, tombstones.find((found) => found?.certificate)?.certificate);
  }

  async #addToBoth(record: KeyRecord): Promise<void> {
    await this.#first.add(record);
    try {
      await this.#second.add(record);
    } catch (error) {
      await this.#first.discard(record.keyId);
      throw error;
    }
  }

  async #record(key: Buffer, about: Pick<KeyRecord, 'keyId' | 'recordingId' | 'createdAt'>): Promise<KeyRecord> {
    const { version, bytes } = await this.#provider.wrap(key, contextOf(about));
    const { keyId, recordingId, createdAt } = about;
    return {
      format: 'shouwen-recording-key/1',
      keyId,
      recordingId,
      createdAt,
      version,
      wrapped: bytes.toString('base64'),
    };
  }

  async #assertMarked(): Promise<void> {
    const trouble = await markerTrouble(this.paths);
    if (trouble) throw trouble;
  }

  /**
   * Like `find`, for a key that a walk met. It does not ask again for what the names have told: each look for a missing file is an error
   * with its stack, and of a million keys they are most of what a walk costs. A destruction that began since is as if it came after the
   * walk.
   */
  async #entry({ keyId, names }: WalkedKey): Promise<KeyEntry> {
    if (names === 'destroyed') return entryOf(keyId, [{ state: 'destroyed' }, { state: 'destroyed' }]);
    if (names === 'whole') {
      const copies = await Promise.all([this.#first.readHere(keyId), this.#second.readHere(keyId)]);
      if (copies.every(({ state }) => state === 'present')) return entryOf(keyId, copies);
    }
    return this.find(keyId);
  }

  async #copies(keyId: string): Promise<[Copy, Copy]> {
    return Promise.all([this.#first.read(keyId), this.#second.read(keyId)]);
  }
}

const contextOf = ({ keyId, recordingId }: Pick<KeyRecord, 'keyId' | 'recordingId'>) => [
  'recording-key',
  keyId,
  recordingId,
];

/** An id of another form names no key; it is never used as a path. */
function assertKeyId(keyId: string): void {
  if (!KEY_ID.test(keyId)) throw new KeyMissing(keyId.slice(0, 80));
}
