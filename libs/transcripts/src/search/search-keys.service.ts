import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, FileKeyStore, KEY_STORE, KeyDestroyed, OpenKeys } from '#platform';
import { SearchKey } from './search.entity.js';

/** In the key store's records, where recordings have their id. */
const SUBJECT = 'search';

export interface UsedKey {
  keyId: string;
  key: Buffer;
}

/**
 * The keys of search tokens. One is current; after a rotation the retired one is asked for too until everything has been indexed again, and
 * is then destroyed in both copies: the tokens in old backups can never be made again.
 */
@Injectable()
export class SearchKeys implements OnApplicationShutdown {
  private readonly opened: OpenKeys;

  constructor(
    private readonly source: DataSource,
    @Inject(KEY_STORE) private readonly keys: FileKeyStore,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {
    this.opened = new OpenKeys(keys);
  }

  /** The key that new tokens are made with; made at the first call of all. */
  async current(): Promise<UsedKey> {
    const { manager } = this.source;
    const keyId = await this.opened.findOrMake(SUBJECT, {
      find: async () => (await manager.findOneBy(SearchKey, { retiredAt: IsNull() }))?.keyId,
      write: async (made) => {
        const written: unknown[] = await manager.query(
          'insert into search_key (key_id, created_at) values ($1, $2) on conflict do nothing returning key_id',
          [made, this.clock.now()],
        );
        return written.length > 0;
      },
    });
    return this.used(keyId);
  }

  /** Every key that something is indexed under. One that was destroyed and has yet to be told so in its row has nothing indexed under it. */
  async inUse(): Promise<UsedKey[]> {
    const rows = await this.source.manager.findBy(SearchKey, { destroyedAt: IsNull() });
    const used = await Promise.all(
      rows.map(({ keyId }) =>
        this.used(keyId).catch((error: unknown) => {
          if (error instanceof KeyDestroyed) return null;
          throw error;
        }),
      ),
    );
    return used.filter((one) => one !== null);
  }

  /** Begins a rotation: from now on a new key is current, and the sweep indexes everything again. */
  async rotate(): Promise<void> {
    const { keyId, key } = await this.keys.create(SUBJECT);
    key.fill(0);
    const now = this.clock.now();
    await this.source.transaction(async (tx) => {
      await tx.update(SearchKey, { retiredAt: IsNull() }, { retiredAt: now });
      await tx.insert(SearchKey, { keyId, createdAt: now });
      await this.journal.append(tx, 'search_key.rotated', { keyId });
    });
  }

  /** Destroys retired keys that nothing is indexed under any more. @returns how many */
  async destroyUnused(): Promise<number> {
    const unused: { key_id: string }[] = await this.source.query(
      `select key_id from search_key where retired_at is not null and destroyed_at is null
       and not exists (select 1 from indexed_words where indexed_words.key_id = search_key.key_id)`,
    );
    for (const { key_id: keyId } of unused) {
      await this.opened.destroy(keyId);
      await this.source.transaction(async (tx) => {
        const { affected } = await tx.update(
          SearchKey,
          { keyId, destroyedAt: IsNull() },
          { destroyedAt: this.clock.now() },
        );
        if (affected) await this.journal.append(tx, 'search_key.destroyed', { keyId });
      });
    }
    return unused.length;
  }

  onApplicationShutdown(): void {
    this.opened.closeAll();
  }

  private async used(keyId: string): Promise<UsedKey> {
    return { keyId, key: await this.opened.open(keyId) };
  }
}
