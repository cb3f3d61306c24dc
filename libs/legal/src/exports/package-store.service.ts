/*
 * A package at rest: sealed like every object, under a key of its own that lies in the key store alone
 *   1. Each try makes a key and an object id, and writes both into the row before the first byte: what a killed process leaves is known.
 *   2. The next try takes the earlier one back first. A twin whose try was taken back finds its key gone, or its ids no longer in the row.
 *   3. A package ends by its key: both copies are destroyed, then the bytes go.
 */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  faultPoint,
  FileKeyStore,
  KEY_STORE,
  newId,
  newKey,
  OBJECT_STORE,
  openRange,
  sealStream,
  unwrapKey,
  withKey,
  wrapKey,
  type ObjectStore,
} from '#platform';
import { EvidenceExport } from './evidence-export.entity.js';

const KIND = 'evidence-export';
/** Spread over 256 folders, by the random end of the id. */
const storeKeyOf = (objectId: string): string => `${objectId.slice(-2)}/${objectId}`;
const contextOf = (objectId: string, exportId: string): string[] => ['object-key', objectId, exportId];

export type WrittenPackage = Required<
  Pick<EvidenceExport, 'objectId' | 'keyId' | 'wrappedKey' | 'plainBytes' | 'segments' | 'sha256'>
>;

@Injectable()
export class PackageStore {
  constructor(
    private readonly source: DataSource,
    @Inject(KEY_STORE) private readonly keys: FileKeyStore,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /** Seals a package into the store, and reads it back. On failure nothing of it stays. */
  async write(exportId: string, bytes: AsyncIterable<Buffer>): Promise<WrittenPackage> {
    await this.remove(await this.source.manager.findOneByOrFail(EvidenceExport, { id: exportId }));
    const objectId = newId();
    const { keyId, key } = await this.keys.create(exportId);
    return withKey(key, async (exportKey) => {
      await this.source.manager.update(EvidenceExport, exportId, { objectId, keyId });
      faultPoint('export.try-named');
      try {
        return await withKey(newKey(), async (objectKey) => {
          const sealed = sealStream(bytes, { objectId, kind: KIND, objectKey });
          await this.store.put(storeKeyOf(objectId), sealed);
          const { plainBytes, segments, sha256 } = sealed.result();
          const wrappedKey = wrapKey(objectKey, exportKey, contextOf(objectId, exportId));
          const written = { objectId, keyId, wrappedKey, plainBytes: String(plainBytes), segments, sha256 };
          for await (const _ of this.read({ id: exportId, ...written })) void _;
          return written;
        });
      } catch (error) {
        await this.remove({ objectId, keyId });
        throw error;
      }
    });
  }

  /** The package's bytes. @throws SealedObjectDamaged, KeyDestroyed, KeyMissing */
  async *read(row: WrittenPackage & Pick<EvidenceExport, 'id'>): AsyncGenerator<Buffer, void, undefined> {
    const { id, objectId, keyId, wrappedKey, plainBytes, segments } = row;
    if (objectId === null || keyId === null || wrappedKey === null || segments === null)
      throw new Error(`export ${id} is not ready`);
    const exportKey = await this.keys.unwrap(keyId);
    const objectKey = unwrapKey(wrappedKey, exportKey, contextOf(objectId, id));
    exportKey.fill(0);
    try {
      const readRange = (from: number, to: number) => this.store.getRange(storeKeyOf(objectId), from, to);
      const bytes = Number(plainBytes);
      yield* openRange({ objectId, kind: KIND, objectKey, segments, plainBytes: bytes, readRange }, 0, bytes);
    } finally {
      objectKey.fill(0);
    }
  }

  /** Destroys key and bytes of a try. Safe to run again. */
  async remove({ objectId, keyId }: Pick<EvidenceExport, 'objectId' | 'keyId'>): Promise<void> {
    if (keyId !== null) await this.keys.destroy(keyId);
    if (objectId !== null) await this.store.delete(storeKeyOf(objectId));
  }

  /** Has the tombstones of a package's key name the certificate. Safe to run again. */
  async certify(keyId: string, certificate: string): Promise<void> {
    await this.keys.certify(keyId, certificate);
  }
}
