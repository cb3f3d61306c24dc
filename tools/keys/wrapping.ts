import { type DataSource } from 'typeorm';
import { type BackupStore } from '#database';
import {
  KeyDestroyed,
  rewrapColumn,
  versionsInColumn,
  type FileKeyStore,
  type KeyProvider,
  type WrappedColumn,
} from '#platform';

/** A place where something lies that a key-encryption key has wrapped. */
export interface Wrapping {
  /** How many each version wraps. */
  versions(): Promise<Map<string, number>>;
  /** Wraps everything by the current version; safe to run again, and to stop anywhere. `failed` could not be opened. */
  rewrap(): Promise<{ rewrapped: number; failed: number }>;
}

/** Keys that are re-wrapped at once: each waits for its disk, or for KMS, far longer than for the processor. */
const AT_ONCE = 8;

/** The recording keys, in both copies of the key store. */
export class KeyStoreWrapping implements Wrapping {
  constructor(
    private readonly store: FileKeyStore,
    private readonly provider: KeyProvider,
  ) {}

  async versions(): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for await (const { versions = [] } of this.store.list())
      for (const version of new Set(versions)) counts.set(version, (counts.get(version) ?? 0) + 1);
    return counts;
  }

  async rewrap(): Promise<{ rewrapped: number; failed: number }> {
    const counts = { rewrapped: 0, failed: 0 };
    const current = await this.provider.currentVersion();
    const entries = this.store.list();
    const work = async (): Promise<void> => {
      for (let next = await entries.next(); !next.done; next = await entries.next()) {
        const { keyId, state, versions = [] } = next.value;
        if (state !== 'present' || versions.every((version) => version === current)) continue;
        try {
          if ((await this.store.rewrap(keyId)) === 'rewrapped') counts.rewrapped += 1;
        } catch (error) {
          // One key that does not open must not keep the others under an old version; a provider that is away keeps all.
          if (isProviderAway(error)) throw error;
          if (!(error instanceof KeyDestroyed)) counts.failed += 1;
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return counts;
  }
}

/** Secrets in a column of the database. */
export class ColumnWrapping implements Wrapping {
  constructor(
    private readonly source: DataSource,
    private readonly provider: KeyProvider,
    private readonly column: WrappedColumn,
  ) {}

  versions(): Promise<Map<string, number>> {
    return versionsInColumn(this.source, this.column);
  }

  async rewrap(): Promise<{ rewrapped: number; failed: number }> {
    return { rewrapped: await rewrapColumn(this.source, this.provider, this.column), failed: 0 };
  }
}

/** The keys of the database's backups. */
export class BackupWrapping implements Wrapping {
  constructor(private readonly store: BackupStore) {}

  async versions(): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const version of await this.store.versions()) counts.set(version, (counts.get(version) ?? 0) + 1);
    return counts;
  }

  async rewrap(): Promise<{ rewrapped: number; failed: number }> {
    return { rewrapped: await this.store.rewrap(), failed: 0 };
  }
}

const KEYS_OWN = ['key_damaged', 'key_missing', 'key_destroyed', 'key_version_unknown', 'wrapped_key_damaged'];

const isProviderAway = (error: unknown): boolean =>
  !(error instanceof Error && KEYS_OWN.includes(String((error as { code?: unknown }).code)));
