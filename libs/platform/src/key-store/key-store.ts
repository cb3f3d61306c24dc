/** What keys of the capture spool are said to be of: no recording has them and no row names them, and they are no orphans. */
export const SPOOL_KEYS = 'capture-spool';

/** What one of the two copies of a key is; `destroying`: it has its tombstone, but something of the key is left. */
export type CopyState = 'present' | 'destroying' | 'destroyed' | 'missing' | 'damaged';

/** A key as reconciliation sees it. */
export interface KeyEntry {
  readonly keyId: string;
  /** `destroying`: there is a tombstone, but something of the key is left; `destroy` again completes it. */
  readonly state: 'present' | 'destroying' | 'destroyed' | 'damaged' | 'missing';
  readonly first: CopyState;
  readonly second: CopyState;
  /** What the record says, when one can be read. */
  readonly recordingId?: string;
  readonly createdAt?: Date;
  /** The key-encryption key's version in each copy that can be read: two different ones while a re-wrap is under way, or was interrupted. */
  readonly versions?: readonly string[];
}

/** What `destroy` did to each copy: `absent` when it had been lost before, which a certificate should say. */
export interface KeyDestruction {
  readonly first: 'removed' | 'absent';
  readonly second: 'removed' | 'absent';
}

/** Told when a copy was found lost or damaged, and whether it could be restored from the other. */
export interface CopyRepair {
  readonly keyId: string;
  readonly copy: 'first' | 'second';
  readonly was: CopyState;
  readonly error?: unknown;
}

/** The key has been destroyed, or its destruction has begun and will not be undone. */
export class KeyDestroyed extends Error {
  readonly code = 'key_destroyed';
  override readonly name = 'KeyDestroyed';

  constructor(
    readonly keyId: string,
    /** False while one copy is still to be removed. */
    readonly complete: boolean,
    /** Number of the certificate that tells of it, when one has been issued. */
    readonly certificate?: string,
  ) {
    super(`key ${keyId} ${complete ? 'has been destroyed' : 'is being destroyed'}`);
  }
}

/** A tombstone says that the key was destroyed, but no order confirms it: neither opened nor destroyed until a person has looked into it. */
export class KeyDoubted extends Error {
  readonly code = 'key_doubtful';
  override readonly name = 'KeyDoubted';

  constructor(readonly keyId: string) {
    super(`key ${keyId} has a tombstone that nothing vouches for`);
  }
}

/** Neither copy has ever held this key, or both are lost. */
export class KeyMissing extends Error {
  readonly code = 'key_missing';
  override readonly name = 'KeyMissing';

  constructor(readonly keyId: string) {
    super(`key ${keyId} is in neither copy of the key store, and neither says that it was destroyed`);
  }
}

/** Neither copy can be used. Storage's fault; a backup of the key store, if one exists, is what helps. */
export class KeyDamaged extends Error {
  readonly code = 'key_damaged';
  override readonly name = 'KeyDamaged';

  constructor(readonly keyId: string) {
    super(`key ${keyId} is damaged or lost in both copies of the key store`);
  }
}
