import { type Probe } from '../probes/index.js';
import { type ObjectLocks } from './object-locks.js';

/** An object as it is in the store. */
export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
}

/** A write that began and neither finished nor failed: its process was killed. */
export interface StaleWrite {
  /** Names the write in this store; for people and logs. */
  readonly write: string;
  /** When it began, or was last heard of. */
  readonly since: Date;
}

/**
 * Where sealed bytes lie. Objects are created once and never changed: a key names one content for ever, so a cache, a
 * replica or a retry cannot show another. Keys have the form of `storageKeyFor`; any other throws `StorageKeyInvalid`.
 */
export interface ObjectStore extends Probe {
  /**
   * Stores the source under a new key, in constant memory; durable when it resolves. Throws `ObjectExists` when the key
   * is taken. If the source or the store fails, nothing of it stays and the error is passed on. After an error of the
   * connection it can be unknown whether the object was stored: write the next attempt under a fresh key.
   */
  put(key: string, source: AsyncIterable<Buffer>): Promise<{ bytes: number }>;
  /**
   * Bytes `from` (inclusive) to `to` (exclusive), streamed; fewer or none when the object ends before. Throws
   * `ObjectMissing` on the first read when there is no such object.
   */
  getRange(key: string, from: number, to: number): AsyncIterable<Buffer>;
  head(key: string): Promise<{ bytes: number } | null>;
  /**
   * Deletes the object with every version that the store kept of it, durably; one that is not there is already deleted. Throws
   * `ObjectLocked` when the store refuses to delete one of them.
   */
  delete(key: string): Promise<void>;
  /** Objects whose key starts with the prefix (`''` for all), in order of their keys. */
  list(prefix: string): AsyncIterable<StoredObject>;
  /** How the store locks objects against deletion, where it can and is set up to; null where not. */
  locks?(): Promise<ObjectLocks | null>;
  /**
   * Removes what killed processes left half-written, if nothing was heard of it for `olderThanMs` before `now`, and
   * says what it was. Choose an age that no running write reaches.
   */
  removeStaleWrites(olderThanMs: number, now: Date): Promise<StaleWrite[]>;
}

/** The key is taken, and what it names never changes. */
export class ObjectExists extends Error {
  readonly code = 'object_exists';
  override readonly name = 'ObjectExists';

  constructor(readonly key: string) {
    super(`object ${key} already exists; objects are created once`);
  }
}

/** There is no object under this key. */
export class ObjectMissing extends Error {
  readonly code = 'object_missing';
  override readonly name = 'ObjectMissing';

  constructor(readonly key: string) {
    super(`object ${key} is not in the store`);
  }
}
