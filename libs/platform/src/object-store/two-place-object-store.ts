import { type Probed } from '../probes/index.js';
import { type ObjectLocks } from './object-locks.js';
import { type ObjectStore, type StaleWrite, type StoredObject } from './object-store.js';

/**
 * Objects in a first place, with copies in a second that are made later, from the rows that know of them. Reading and writing are the first
 * place's alone: a second place that is away stops no work. Deleting is done only once neither has the object any more.
 */
export class TwoPlaceObjectStore implements ObjectStore {
  constructor(
    private readonly first: ObjectStore,
    private readonly copy: ObjectStore,
  ) {}

  put(key: string, source: AsyncIterable<Buffer>): Promise<{ bytes: number }> {
    return this.first.put(key, source);
  }

  getRange(key: string, from: number, to: number): AsyncIterable<Buffer> {
    return this.first.getRange(key, from, to);
  }

  head(key: string): Promise<{ bytes: number } | null> {
    return this.first.head(key);
  }

  /** Both are tried, so that one that is away does not keep the bytes in the other. */
  async delete(key: string): Promise<void> {
    const ends = await Promise.allSettled([this.first.delete(key), this.copy.delete(key)]);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  /** The first place's own; a copy goes as soon as its row says so. */
  async locks(): Promise<ObjectLocks | null> {
    return (await this.first.locks?.()) ?? null;
  }

  list(prefix: string): AsyncIterable<StoredObject> {
    return this.first.list(prefix);
  }

  async removeStaleWrites(olderThanMs: number, now: Date): Promise<StaleWrite[]> {
    const first = await this.first.removeStaleWrites(olderThanMs, now);
    return [...first, ...(await this.copy.removeStaleWrites(olderThanMs, now))];
  }

  probe(): Promise<Probed> {
    return this.first.probe();
  }
}
