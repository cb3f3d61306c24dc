import { createHash } from 'node:crypto';
import { ObjectExists, ObjectMissing, sealedBytesFor, type ObjectStore } from '#platform';
import { type StoredObject } from '../stored-object.entity.js';

/** Length of an object as it lies in a store. */
const sealedLength = ({ plainBytes }: Pick<StoredObject, 'plainBytes'>): number => sealedBytesFor(Number(plainBytes));

/** sha256 of the stored bytes, hex; null when there are none under this key. One byte more than there should be is read, too. */
export async function storedHash(
  store: ObjectStore,
  object: Pick<StoredObject, 'storeKey' | 'plainBytes'>,
): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of store.getRange(object.storeKey, 0, sealedLength(object) + 1)) hash.update(chunk);
  } catch (error) {
    if (error instanceof ObjectMissing) return null;
    throw error;
  }
  return hash.digest('hex');
}

/** The bytes of the one place are not those of the other, or not those that were sealed: neither is what it should be. */
export class CopyUnlike extends Error {
  readonly code = 'copy_unlike';
  override readonly name = 'CopyUnlike';
}

/**
 * Puts an object's bytes from one place into another where they are not, or not whole, and reads them back.
 * @throws CopyUnlike when what came out is not what went in, or not what was sealed; nothing stays then. ObjectMissing
 */
export async function copyBytes(
  from: ObjectStore,
  to: ObjectStore,
  object: Pick<StoredObject, 'storeKey' | 'plainBytes' | 'sealedSha256'>,
): Promise<void> {
  const wanted = object.sealedSha256 ?? (await storedHash(from, object));
  if (wanted === null) throw new ObjectMissing(object.storeKey);
  // A process that was killed before it could say so may have done all of the work.
  if ((await storedHash(to, object)) === wanted) return;
  await to.delete(object.storeKey);
  try {
    await to.put(object.storeKey, from.getRange(object.storeKey, 0, sealedLength(object) + 1));
  } catch (error) {
    if (!(error instanceof ObjectExists)) throw error;
  }
  if ((await storedHash(to, object)) === wanted) return;
  await to.delete(object.storeKey);
  throw new CopyUnlike(`object ${object.storeKey} came out of the second place otherwise than it went in`);
}
