/** What some stores can do: keep an object against every request to delete it, the product's included (S3 Object Lock). */
export interface ObjectLocks {
  /** Puts a legal hold on every version of the object; one that is not there has none. Safe to do again. */
  hold(key: string): Promise<void>;
  /** Takes it off again. A retention period that the bucket gives of its own stays. */
  release(key: string): Promise<void>;
}

/** The store keeps the object: a legal hold, or a retention period that has not passed. Its bytes outlive their key. */
export class ObjectLocked extends Error {
  readonly code = 'object_locked';
  override readonly name = 'ObjectLocked';

  /** @param until when its retention ends; null for a legal hold, which a person takes off */
  constructor(
    readonly key: string,
    readonly until: Date | null,
  ) {
    super(`object ${key} is locked in its store${until ? ` until ${until.toISOString()}` : ''}`);
  }
}
