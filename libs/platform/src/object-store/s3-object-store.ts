import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  ListMultipartUploadsCommand,
  S3Client,
  type ListMultipartUploadsCommandInput,
  type ListMultipartUploadsCommandOutput,
  type MultipartUpload,
} from '@aws-sdk/client-s3';
import { type Readable } from 'node:stream';
import { writeToS3 } from './multipart-write.js';
import { ObjectExists, ObjectMissing, type ObjectStore, type StaleWrite, type StoredObject } from './object-store.js';
import { isBeyondEnd, isMissing, isTaken } from './s3-refusal.js';
import { assertByteRange, assertPrefix, assertStorageKey } from './storage-key.rules.js';

export interface S3ObjectStoreOptions {
  readonly bucket: string;
  readonly region: string;
  /** Left out for AWS itself. */
  readonly endpoint?: string;
  /** Left out where the machine's own role signs. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/**
 * Objects in an S3 bucket that belongs to this store alone. Durability is the server's: a write that was answered is
 * kept. With versioning on, `delete` hides the object; its versions go with the retention rules of the bucket.
 */
export class S3ObjectStore implements ObjectStore {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor({ bucket, region, endpoint, credentials }: S3ObjectStoreOptions) {
    this.#bucket = bucket;
    this.#client = new S3Client({
      region,
      endpoint,
      credentials,
      forcePathStyle: endpoint !== undefined,
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

  async delete(key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.#object(key)));
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

  #object(key: string) {
    return { Bucket: this.#bucket, Key: assertStorageKey(key) };
  }
}
