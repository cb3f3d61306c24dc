import {
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectRetentionCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { serverOf } from '../../../../test/support/servers/desk.js';
import { ObjectLocked } from './object-locks.js';
import { objectStoreContract } from './object-store.contract.js';
import { S3ObjectStore, type S3ObjectStoreOptions } from './s3-object-store.js';

let client: S3Client;
let options: Omit<S3ObjectStoreOptions, 'bucket'>;

beforeAll(async () => {
  const { endpoint, accessKeyId, secretAccessKey } = await serverOf('s3');
  options = { endpoint, region: 'us-east-1', credentials: { accessKeyId, secretAccessKey } };
  client = new S3Client({ ...options, endpoint, credentials: options.credentials!, forcePathStyle: true });
});
afterAll(() => client?.destroy());

async function makeBucket(name: string): Promise<string> {
  const bucket = `shouwen-${name}-${process.pid}-${Date.now()}`;
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  return bucket;
}

async function* once(text: string | Buffer) {
  yield Buffer.from(text);
}

describe('the S3 object store', () => {
  let bucket: string;
  let store: S3ObjectStore;

  beforeAll(async () => {
    bucket = await makeBucket('contract');
    store = new S3ObjectStore({ ...options, bucket });
  });
  afterAll(async () => {
    for await (const { key } of store.list('')) await store.delete(key);
    await client.send(new DeleteBucketCommand({ Bucket: bucket }));
    store.close();
  });

  objectStoreContract(() => store);

  it('lists more than a page', async () => {
    const names = Array.from({ length: 1010 }, (_, i) => `pa/${String(i).padStart(4, '0')}`);
    for (let from = 0; from < names.length; from += 50) {
      const some = names.slice(from, from + 50);
      await Promise.all(some.map((Key) => client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'x' }))));
    }
    const listed: string[] = [];
    for await (const { key } of store.list('pa/')) listed.push(key);
    expect(listed).toEqual(names);
  });

  it('says that it answers', async () => {
    expect(await store.probe()).toMatchObject({ ok: true, facts: { kind: 's3', bucket, versioning: 'Off' } });
  });
});

describe('a bucket that keeps versions', () => {
  let bucket: string;
  let store: S3ObjectStore;

  const versions = async () => {
    const { Versions = [], DeleteMarkers = [] } = await client.send(new ListObjectVersionsCommand({ Bucket: bucket }));
    return [...Versions, ...DeleteMarkers].map(({ Key }) => Key).sort();
  };

  beforeAll(async () => {
    bucket = await makeBucket('versions');
    const VersioningConfiguration = { Status: 'Enabled' } as const;
    await client.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration }));
    store = new S3ObjectStore({ ...options, bucket });
  });
  afterAll(() => store.close());

  it('keeps nothing of what is deleted, and everything of its neighbours', async () => {
    await store.put('ve/abc', once('first'));
    await store.put('ve/abcd', once('neighbour'));
    // What an administrator's tool may have done behind our back: an overwrite, and a deletion that only hides.
    for (const Body of ['second', 'third'])
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: 've/abc', Body }));
    expect(await versions()).toEqual(['ve/abc', 've/abc', 've/abc', 've/abcd']);
    await store.delete('ve/abc');
    expect(await versions()).toEqual(['ve/abcd']);
    expect(await store.head('ve/abc')).toBeNull();
    await store.delete('ve/abc');
    expect(await store.probe()).toMatchObject({ ok: true, facts: { versioning: 'Enabled' } });
  });
});

describe('a bucket with Object Lock', () => {
  it('keeps what is held against ourselves, and what its own retention keeps, and says until when', async () => {
    const bucket = `shouwen-locks-${process.pid}-${Date.now()}`;
    await client.send(new CreateBucketCommand({ Bucket: bucket, ObjectLockEnabledForBucket: true }));
    const store = new S3ObjectStore({ ...options, bucket });
    const locks = await store.locks();
    await store.put('lo/held', once('evidence'));
    await locks?.hold('lo/held');
    await locks?.hold('lo/held');
    const refusal = await store.delete('lo/held').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ObjectLocked);
    expect(refusal).toMatchObject({ key: 'lo/held', until: null });
    await locks?.release('lo/held');
    await store.delete('lo/held');
    expect(await store.head('lo/held')).toBeNull();

    await store.put('lo/kept', once('by the bucket'));
    const RetainUntilDate = new Date(Date.now() + 86_400_000);
    const Retention = { Mode: 'COMPLIANCE', RetainUntilDate } as const;
    await client.send(new PutObjectRetentionCommand({ Bucket: bucket, Key: 'lo/kept', Retention }));
    const kept = (await store.delete('lo/kept').catch((error: unknown) => error)) as ObjectLocked;
    expect(Math.abs(Number(kept.until) - Number(RetainUntilDate))).toBeLessThan(1_000);
    store.close();
  });

  it('is not taken for one that has none', async () => {
    const bucket = await makeBucket('unlocked');
    const store = new S3ObjectStore({ ...options, bucket });
    expect(await store.locks()).toBeNull();
    store.close();
  });
});

describe('a bucket that cannot be used', () => {
  const at = (change: Partial<S3ObjectStoreOptions>) => new S3ObjectStore({ ...options, bucket: 'absent', ...change });

  it.each([
    ['is not there', {}, /no bucket absent/],
    [
      'refuses the key',
      { credentials: { accessKeyId: 'contract', secretAccessKey: 'wrong' } },
      /refuses the access key/,
    ],
    ['does not answer', { endpoint: 'http://127.0.0.1:9' }, /cannot be reached/],
  ])(
    '%s: told in words',
    async (_what, change, words) => {
      const store = at(change);
      expect(await store.probe()).toMatchObject({ ok: false, detail: { en: expect.stringMatching(words) } });
      store.close();
    },
    30_000,
  );
});

// Design: keys are generated and used once, so that nothing rests on this; it says why the driver looks once more before it completes.
it('Ceph 18 keeps the condition on a simple write, and ignores it when a multipart upload is completed', async () => {
  const Bucket = await makeBucket('condition');
  const taken = { Bucket, Key: 'co/taken' };
  const put = (Body: string) => client.send(new PutObjectCommand({ ...taken, Body, IfNoneMatch: '*' }));
  await put('first');
  await expect(put('second')).rejects.toMatchObject({ name: 'PreconditionFailed' });
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(taken));
  const part = { ...taken, UploadId, PartNumber: 1 };
  const { ETag } = await client.send(new UploadPartCommand({ ...part, Body: 'third' }));
  const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
  await client.send(new CompleteMultipartUploadCommand({ ...taken, UploadId, MultipartUpload, IfNoneMatch: '*' }));
  const { Body } = await client.send(new GetObjectCommand(taken));
  expect(await Body?.transformToString()).toBe('third');
});
