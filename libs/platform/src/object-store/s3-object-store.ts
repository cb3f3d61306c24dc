import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  S3Client,
  type ListMultipartUploadsCommandInput,
  type ListMultipartUploadsCommandOutput,
  type ListObjectVersionsCommandInput,
  type ListObjectVersionsCommandOutput,
  type MultipartUpload,
} from '@aws-sdk/client-s3';
import { type Readable } from 'node:stream';
import { probing, type Probed } from '../probes/index.js';
import { writeToS3 } from './multipart-write.js';
import { type ObjectLocks } from './object-locks.js';
import { ObjectExists, ObjectMissing, type ObjectStore, type StaleWrite, type StoredObject } from './object-store.js';
import { hasObjectLock, lockOf, S3ObjectLocks } from './s3-object-locks.js';
import { isBeyondEnd, isMissing, isTaken, wordsForS3 } from './s3-refusal.js';
import { assertByteRange, assertPrefix, assertStorageKey } from './storage-key.rules.js';

export interface S3ObjectStoreOptions {
  readonly bucket: string;
  readonly region: string;
  /** Left out for AWS itself. */
  readonly endpoint?: string | undefined;
  /** Names the bucket in the path instead of the host; by default wherever an endpoint is given. */
  readonly pathStyle?: boolean;
  /** Left out where the SDK is to look for itself: environment, profile, the machine's own role. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
}

const CONNECT_WITHIN_MS = 5_000;
/** Without a byte in either direction; a part of 8 MiB crosses a slow line in this time. */
const SILENT_MS = 60_000;

/**
 * Objects in an S3 bucket that belongs to this store alone. Durability is the server's: a write that was answered is
 * kept. `delete` removes every version, so that a bucket with versioning on keeps nothing of a destroyed recording.
 */
export class S3ObjectStore implements ObjectStore {
  readonly #client: S3Client;
  readonly #bucket: string;
  /** Whether the bucket has Object Lock on, once asked: it cannot be turned off again. */
  #locked: boolean | undefined;

  constructor({ bucket, region, endpoint, pathStyle, credentials }: S3ObjectStoreOptions) {
    this.#bucket = bucket;
    this.#client = new S3Client({
      region,
      ...(endpoint !== undefined && { endpoint }),
      ...(credentials !== undefined && { credentials }),
      forcePathStyle: pathStyle ?? endpoint !== undefined,
      requestHandler: { connectionTimeout: CONNECT_WITHIN_MS, socketTimeout: SILENT_MS },
      // The SDK's own default frames streams as aws-chunked, which servers other than AWS store as part of the object
      // or of its metadata. Every segment is authenticated and the row holds SHA-256, so nothing is lost by leaving it.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(key: string, source: AsyncIterable<Buffer>): Promise<{ bytes: number }> {
    if ((await this.head(key)) !== null) throw new ObjectExists(key);
    try {
      return { bytes: await writeToS3({ client: this.#client, bucket: this.#bucket, key }, source) };
    } catch (error) {
      throw isTaken(error) ? new ObjectExists(key) : error;
    }
  }

  async *getRange(key: string, from: number, to: number): AsyncGenerator<Buffer, void, undefined> {
    const object = this.#object(key);
    assertByteRange(from, to);
    if (from === to) {
      if ((await this.head(key)) === null) throw new ObjectMissing(key);
      return;
    }
    try {
      const { Body } = await this.#client.send(new GetObjectCommand({ ...object, Range: `bytes=${from}-${to - 1}` }));
      for await (const chunk of Body as Readable) yield chunk as Buffer;
    } catch (error) {
      if (isBeyondEnd(error)) return;
      throw isMissing(error) ? new ObjectMissing(key) : error;
    }
  }

  async head(key: string): Promise<{ bytes: number } | null> {
    try {
      const { ContentLength } = await this.#client.send(new HeadObjectCommand(this.#object(key)));
      return { bytes: ContentLength ?? 0 };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** Removes markers last: until then the object stays hidden, and what is left of it is found by doing this again. */
  async delete(key: string): Promise<void> {
    const object = this.#object(key);
    const versions: string[] = [];
    const markers: string[] = [];
    for await (const page of this.#versions(object.Key)) {
      versions.push(
        ...(page.Versions ?? []).flatMap(({ Key, VersionId }) => (Key === key ? (VersionId ?? 'null') : [])),
      );
      markers.push(...(page.DeleteMarkers ?? []).flatMap(({ Key, VersionId }) => (Key === key ? VersionId! : [])));
    }
    for (const VersionId of [...versions, ...markers]) {
      const version = { ...object, VersionId };
      await this.#client.send(new DeleteObjectCommand(version)).catch(async (error: unknown) => {
        throw await lockOf(this.#client, version, error);
      });
    }
  }

  async locks(): Promise<ObjectLocks | null> {
    this.#locked ??= await hasObjectLock(this.#client, this.#bucket);
    return this.#locked ? new S3ObjectLocks(this.#client, (key) => this.#versionsOf(key)) : null;
  }

  async *list(prefix: string): AsyncGenerator<StoredObject, void, undefined> {
    const query = { Bucket: this.#bucket, Prefix: assertPrefix(prefix) };
    for await (const page of paginateListObjectsV2({ client: this.#client }, query)) {
      for (const { Key, Size } of page.Contents ?? []) yield { key: Key ?? '', bytes: Size ?? 0 };
    }
  }

  async removeStaleWrites(olderThanMs: number, now: Date): Promise<StaleWrite[]> {
    const removed: StaleWrite[] = [];
    for await (const { Key, UploadId, Initiated } of this.#uploads()) {
      const since = Initiated ?? now;
      if (now.getTime() - since.getTime() <= olderThanMs) continue;
      await this.#client.send(new AbortMultipartUploadCommand({ Bucket: this.#bucket, Key, UploadId }));
      removed.push({ write: `${Key} ${UploadId}`, since });
    }
    return removed;
  }

  probe(): Promise<Probed> {
    const kind = 's3';
    const look = async (): Promise<Probed> => {
      const Bucket = this.#bucket;
      await this.#client.send(new HeadBucketCommand({ Bucket }));
      const { Status } = await this.#client
        .send(new GetBucketVersioningCommand({ Bucket }))
        .catch(() => ({ Status: null }));
      const detail = { zh: `存储桶 ${Bucket} 响应正常。`, en: `The bucket ${Bucket} answers.` };
      return { ok: true, detail, facts: { kind, bucket: Bucket, versioning: Status ?? 'Off' } };
    };
    return probing(kind, look, (error) => wordsForS3(error, this.#bucket));
  }

  /** Ends the connections; the store is not used afterwards. */
  close(): void {
    this.#client.destroy();
  }

  async *#uploads(): AsyncGenerator<MultipartUpload, void, undefined> {
    let next: ListMultipartUploadsCommandInput | undefined = { Bucket: this.#bucket };
    while (next !== undefined) {
      const page: ListMultipartUploadsCommandOutput = await this.#client.send(new ListMultipartUploadsCommand(next));
      yield* page.Uploads ?? [];
      const { NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = page;
      next = page.IsTruncated ? { Bucket: this.#bucket, KeyMarker, UploadIdMarker } : undefined;
    }
  }

  async *#versionsOf(key: string) {
    const object = this.#object(key);
    for await (const { Versions = [] } of this.#versions(object.Key))
      for (const { Key, VersionId } of Versions) if (Key === key) yield { ...object, VersionId: VersionId ?? 'null' };
  }

  /** Every version of the key, and of others that begin like it. */
  async *#versions(key: string): AsyncGenerator<ListObjectVersionsCommandOutput, void, undefined> {
    const query = { Bucket: this.#bucket, Prefix: key };
    let next: ListObjectVersionsCommandInput | undefined = query;
    while (next !== undefined) {
      const page: ListObjectVersionsCommandOutput = await this.#client.send(new ListObjectVersionsCommand(next));
      yield page;
      const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page;
      next = page.IsTruncated ? { ...query, KeyMarker, VersionIdMarker } : undefined;
    }
  }

  #object(key: string) {
    return { Bucket: this.#bucket, Key: assertStorageKey(key) };
  }
}
