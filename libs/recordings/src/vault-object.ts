import { type ObjectKind, type StoredObject } from './stored-object.entity.js';

export interface WriteRequest {
  recordingId: string;
  keyId: string;
  kind: ObjectKind;
  mimeType: string;
  source: AsyncIterable<Buffer>;
  /** Says that the recording key was made for this write, so that both are swept together if it is abandoned. */
  keyIsNew?: boolean;
}

/** An object whose bytes are in the store, and which no row knows yet. */
export interface WrittenObject {
  row: Omit<
    StoredObject,
    'verifiedAt' | 'sealedSha256' | 'lockedAt' | 'checkedAt' | 'damagedAt' | 'copiedAt' | 'createdAt'
  >;
  /** The recording key that wraps its own. */
  keyId: string;
  /** sha256 of the plaintext, hex. */
  sha256: string;
}

/** What is needed to open an object; `keyId` where it is not its recording's key yet. */
export type ReadableObject = Pick<
  StoredObject,
  'id' | 'recordingId' | 'kind' | 'storeKey' | 'wrappedKey' | 'segments' | 'plainBytes'
> & { keyId?: string };

/** What reading an object back whole has shown. */
export interface Verification {
  /** sha256 of the plaintext, hex. */
  sha256: string;
  /** sha256 of the stored bytes, hex: custody can be checked by it without any key. */
  sealedSha256: string;
}

/** What a wrapped object key is bound to, so that it opens no other object and no other recording. */
export const keyContext = (objectId: string, recordingId: string): string[] => ['object-key', objectId, recordingId];
