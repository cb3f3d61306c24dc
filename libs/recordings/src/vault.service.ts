/*
 * How an object gets into the vault
 *   1. The intent is committed (`object_write`), so that what a killed process leaves behind is known and swept.
 *   2. A fresh object key; the bytes are sealed as they stream into the store under a generated name, which exists once.
 *   3. The caller's transaction inserts the `stored_object` row and removes the intent (`record`), unless it is being taken back.
 *   4. The object is read back whole (`verify`); before that nothing may call it sealed.
 * A failed write removes its bytes, and the recording key that was made for it; a retry takes a new object id and a new key.
 */
import { type Hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import {
  Clock,
  KEY_STORE,
  KeyDestroyed,
  KeyDoubted,
  ObjectLocked,
  newId,
  newKey,
  OBJECT_STORE,
  openRange,
  sealStream,
  unwrapKey,
  withKey,
  wrapKey,
  FileKeyStore,
  type KeyDestruction,
  type ObjectStore,
} from '#platform';
import { assertAuthority, type Authority } from './warrant.js';
import { claimWrite } from './abandoned-writes.service.js';
import { DestructionStarted } from './refusals.js';
import { isDoubtful } from './keys/key-doubts.service.js';
import { readBack, type ReadBack } from './read-back.js';
import { Recording } from './recording.entity.js';
import { ObjectWrite, StoredObject, storeKeyOf, type ObjectKind } from './stored-object.entity.js';
import {
  keyContext,
  type ReadableObject,
  type Verification,
  type WriteRequest,
  type WrittenObject,
} from './vault-object.js';

@Injectable()
export class VaultService {
  constructor(
    private readonly source: DataSource,
    @Inject(KEY_STORE) private readonly keys: FileKeyStore,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    private readonly clock: Clock,
  ) {}

  /** Makes the key of a new recording, in both copies of the key store. */
  async newRecordingKey(recordingId: string): Promise<string> {
    const { keyId, key } = await this.keys.create(recordingId);
    key.fill(0);
    return keyId;
  }

  /** Seals a stream into the store. On failure nothing of it stays, nor of a key that was made for it. */
  async write(request: WriteRequest): Promise<WrittenObject> {
    const { recordingId, keyId, kind, mimeType } = request;
    const id = newId();
    const storeKey = storeKeyOf(id);
    await this.declare(request, id);
    try {
      return await withKey(await this.keys.unwrap(keyId), (recordingKey) =>
        withKey(newKey(), async (objectKey) => {
          const sealed = sealStream(request.source, { objectId: id, kind, objectKey });
          await this.store.put(storeKey, sealed);
          const { plainBytes, segments, sha256 } = sealed.result();
          const wrappedKey = wrapKey(objectKey, recordingKey, keyContext(id, recordingId));
          const row = {
            id,
            recordingId,
            kind,
            storeKey,
            wrappedKey,
            plainBytes: String(plainBytes),
            segments,
            mimeType,
          };
          return { row, keyId, sha256 };
        }),
      );
    } catch (error) {
      await this.discard(id, request.keyIsNew ? { keyId } : {});
      throw error;
    }
  }

  /** Commits the intent. If that fails, a key made for this write is destroyed, because no row would name it. */
  private async declare({ keyId, keyIsNew }: WriteRequest, objectId: string): Promise<void> {
    const write = { objectId, keyId: keyIsNew ? keyId : null, startedAt: this.clock.now() };
    try {
      await this.source.manager.insert(ObjectWrite, write);
    } catch (error) {
      if (keyIsNew) await this.keys.destroy(keyId);
      throw error;
    }
  }

  /** Records a written object, in the transaction of what it is for; with `verified` once it has been read back. */
  async record(tx: EntityManager, written: WrittenObject, verified?: Verification): Promise<void> {
    const now = this.clock.now();
    const seal = verified ? { verifiedAt: now, sealedSha256: verified.sealedSha256 } : {};
    await tx.insert(StoredObject, { ...written.row, createdAt: now, ...seal });
    const { affected } = await tx.delete(ObjectWrite, { objectId: written.row.id, sweepingAt: IsNull() });
    if (affected !== 1) throw new Error(`the write of object ${written.row.id} was swept before it was recorded`);
    // The insert holds the recording's row, so a cut that gives it another key is either seen here or waits.
    const recording = await tx.findOneByOrFail(Recording, { id: written.row.recordingId });
    if (recording.keyId !== written.keyId) {
      throw new Error(`object ${written.row.id} was sealed under a key that its recording no longer has`);
    }
    // So is the start of a destruction: what it has not seen must not be added.
    if (recording.destructionStartedAt) throw new DestructionStarted(recording.id);
    // Another original comes where card codes were cut out of it.
    if (recording.splitAt && written.row.kind !== 'original')
      throw new Error(`recording ${recording.id} was split: its parts take what is made`);
  }

  /**
   * Takes objects out of a recording, in the transaction that does without them. Their bytes go with `discard` after the commit, or with the
   * sweep where the process dies in between.
   */
  async retire(tx: EntityManager, objects: readonly Pick<StoredObject, 'id'>[]): Promise<void> {
    const now = this.clock.now();
    for (const { id: objectId } of objects) {
      await tx.delete(StoredObject, objectId);
      await tx.insert(ObjectWrite, { objectId, keyId: null, startedAt: now, sweepingAt: now });
    }
  }

  /**
   * Destroys a recording key in both copies, for ever. Safe to run again. The caller has seen to it that nothing needs it.
   * @returns what was done to each copy: `absent` where it had been lost before
   */
  async destroyKey(keyId: string): Promise<KeyDestruction> {
    return this.keys.destroy(keyId);
  }

  /** Has both tombstones of a destroyed key name the certificate, for later requests for the recording. Safe to run again. */
  async certifyDestroyedKey(keyId: string, certificate: string): Promise<void> {
    await this.keys.certify(keyId, certificate);
  }

  /** Marks an object that was recorded before as read back. */
  async markVerified(tx: EntityManager, objectId: string, { sealedSha256 }: Verification): Promise<void> {
    await tx.update(StoredObject, objectId, { verifiedAt: this.clock.now(), sealedSha256 });
  }

  /**
   * Takes back a written object that is not going to be recorded, with `keyId` also the recording key that was made for it. What was
   * recorded after all (a commit whose answer was lost) stays, and its key. The intent goes last: a killed process leaves the rest to the
   * sweep. Of several writes under one new key, the one that is discarded last names the key.
   */
  async discard(objectId: string, { keyId }: { keyId?: string } = {}): Promise<void> {
    if (!(await claimWrite(this.source.manager, objectId, this.clock.now()))) return;
    if (await this.deleteUnlessLocked(objectId)) return;
    if (keyId) await this.keys.destroy(keyId);
    await this.source.manager.delete(ObjectWrite, objectId);
  }

  /**
   * Deletes the bytes of a retired object, with every version and copy that the store knows of.
   * A legal hold that the store still has is ours, and over: the caller has passed the point of no return.
   * @returns what keeps them where the store does: then they outlive their key, and the sweep tries again
   */
  async deleteBytes(objectId: string): Promise<ObjectLocked | null> {
    if (!(await claimWrite(this.source.manager, objectId, this.clock.now()))) return null;
    let locked = await this.deleteUnlessLocked(objectId);
    if (locked && locked.until === null) {
      await (await this.store.locks?.())?.release(storeKeyOf(objectId));
      locked = await this.deleteUnlessLocked(objectId);
    }
    if (!locked) await this.source.manager.delete(ObjectWrite, objectId);
    return locked;
  }

  private async deleteUnlessLocked(objectId: string): Promise<ObjectLocked | null> {
    try {
      await this.store.delete(storeKeyOf(objectId));
      return null;
    } catch (error) {
      if (error instanceof ObjectLocked) return error;
      throw error;
    }
  }

  /** The newest object of a kind. */
  async find(recordingId: string, kind: ObjectKind): Promise<StoredObject | null> {
    return this.source.manager.findOne(StoredObject, { where: { recordingId, kind }, order: { id: 'DESC' } });
  }

  /** The object that a row names. @throws KeyDestroyed when it names none any more: it was destroyed with its recording */
  async named(objectId: string | null): Promise<StoredObject> {
    if (objectId === null) throw new KeyDestroyed('of a destroyed recording', true);
    return this.source.manager.findOneByOrFail(StoredObject, { id: objectId });
  }

  /**
   * Plaintext bytes `from` (inclusive) to `to` (exclusive). Reads and opens only the segments that hold them; `sealedHash` is given the
   * stored bytes as they come.
   * @throws SealedObjectDamaged, KeyDestroyed, KeyDoubted, KeyMissing
   */
  async *read(
    object: ReadableObject,
    authority: Authority,
    from = 0,
    to = Number(object.plainBytes),
    sealedHash?: Hash,
  ): AsyncGenerator<Buffer, void, undefined> {
    assertAuthority(authority, object);
    const recordingKey = await this.unwrap(object.keyId ?? (await this.keyIdOf(object.recordingId)));
    const objectKey = unwrapKey(object.wrappedKey, recordingKey, keyContext(object.id, object.recordingId));
    recordingKey.fill(0);
    try {
      const readRange = (a: number, b: number) => hashed(this.store.getRange(object.storeKey, a, b), sealedHash);
      const { id: objectId, kind, segments } = object;
      yield* openRange(
        { objectId, kind, objectKey, segments, plainBytes: Number(object.plainBytes), readRange },
        from,
        to,
      );
    } finally {
      objectKey.fill(0);
    }
  }

  async readAll(object: StoredObject, authority: Authority): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.read(object, authority)) parts.push(part);
    return Buffer.concat(parts);
  }

  /** Reads an object back whole, from the store. @throws when anything of it is not what was sealed */
  async verify(
    object: Readonly<WrittenObject['row'] & { keyId?: string }>,
    authority: Authority,
  ): Promise<Verification> {
    const { bytes, verified } = this.readBack(object, authority);
    bytes.resume();
    return verified;
  }

  /** The same, while the caller uses the bytes: they are not fetched a second time. */
  readBack(
    object: Readonly<WrittenObject['row'] & { keyId?: string }>,
    authority: Authority,
    signal?: AbortSignal,
  ): ReadBack {
    return readBack((sealed) => this.read(object, authority, 0, Number(object.plainBytes), sealed), signal);
  }

  /** How many copies of a recording's key answer now: 2 when all is well, 0 once it is destroyed. */
  async keyCopies(keyId: string): Promise<number> {
    const { first, second } = await this.keys.find(keyId);
    return [first, second].filter((copy) => copy === 'present').length;
  }

  /** A tombstone alone does not make a recording destroyed: the database must have ordered it; otherwise a person has to look. */
  private async unwrap(keyId: string): Promise<Buffer> {
    try {
      return await this.keys.unwrap(keyId);
    } catch (error) {
      if (error instanceof KeyDestroyed && (await isDoubtful(this.source, this.keys, keyId)))
        throw new KeyDoubted(keyId);
      throw error;
    }
  }

  private async keyIdOf(recordingId: string): Promise<string> {
    const [row]: { key_id: string }[] = await this.source.query('select key_id from recording where id = $1', [
      recordingId,
    ]);
    if (!row) throw new Error(`there is no recording ${recordingId}`);
    return row.key_id;
  }
}

async function* hashed(bytes: AsyncIterable<Buffer>, hash: Hash | undefined): AsyncIterable<Buffer> {
  for await (const chunk of bytes) {
    hash?.update(chunk);
    yield chunk;
  }
}
