/**
 * A stream of unknown length into S3: one PutObject when it fits a part, else a multipart upload, one part on its way
 * while the next is gathered. Both end in a conditional request, so that a key is created once. A failure aborts the
 * upload: parts of it would otherwise stay, unseen and paid for.
 */
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
  type CompletedPart,
  type S3Client,
} from '@aws-sdk/client-s3';
import { ObjectExists } from './object-store.js';
import { isMissing } from './s3-refusal.js';

export interface S3Target {
  readonly client: S3Client;
  readonly bucket: string;
  readonly key: string;
}

/** 10,000 parts of 8 MiB allow 78 GiB an object; three are in memory at most. */
export const PART_BYTES = 8 * 1024 * 1024;

/** Writes the source as one new object. Returns its length. Throws `ObjectExists`. */
export async function writeToS3(target: S3Target, source: AsyncIterable<Buffer>): Promise<number> {
  const parts = inParts(source);
  const first = await parts.next();
  if (first.done) return putWhole(target, Buffer.alloc(0));
  if (first.value.length < PART_BYTES) return putWhole(target, first.value);
  return putInParts(target, first.value, parts);
}

async function putWhole({ client, bucket, key }: S3Target, body: Buffer): Promise<number> {
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, IfNoneMatch: '*' }));
  return body.length;
}

async function putInParts(target: S3Target, first: Buffer, others: AsyncIterable<Buffer>): Promise<number> {
  const { client, bucket, key } = target;
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key: key }));
  const upload = { Bucket: bucket, Key: key, UploadId };
  let sending: Promise<void> = Promise.resolve();
  try {
    const done: CompletedPart[] = [];
    let bytes = 0;
    const send = (part: Buffer) => {
      const PartNumber = done.push({ PartNumber: done.length + 1 });
      bytes += part.length;
      sending = client.send(new UploadPartCommand({ ...upload, PartNumber, Body: part })).then(({ ETag }) => {
        done[PartNumber - 1] = { PartNumber, ETag };
      });
      // Awaited before the next part and at the end; until then its failure must not count as unhandled.
      sending.catch(() => undefined);
    };
    send(first);
    for await (const part of others) {
      await sending;
      send(part);
    }
    await sending;
    await assertFree(target);
    const MultipartUpload = { Parts: done };
    await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload, IfNoneMatch: '*' }));
    return bytes;
  } catch (error) {
    // An abort while a part is still arriving can leave that part behind.
    await sending.catch(() => undefined);
    // The caller must hear of the first failure; an upload that cannot be aborted is found as a stale write.
    await client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
    throw error;
  }
}

/** Some servers (Ceph before 19) ignore the condition on completing; for them this question narrows the gap. */
async function assertFree({ client, bucket, key }: S3Target): Promise<void> {
  try {
    await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  throw new ObjectExists(key);
}

/** Full parts, then what is left. */
async function* inParts(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let chunks: Buffer[] = [];
  let bytes = 0;
  for await (let chunk of source) {
    while (bytes + chunk.length >= PART_BYTES) {
      const end = PART_BYTES - bytes;
      yield Buffer.concat([...chunks, chunk.subarray(0, end)], PART_BYTES);
      chunk = chunk.subarray(end);
      chunks = [];
      bytes = 0;
    }
    chunks.push(chunk);
    bytes += chunk.length;
  }
  if (bytes > 0) yield Buffer.concat(chunks, bytes);
}
