import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from '#platform';
import { migratedDatabase, type MigratedDatabase } from '../../test/support/migrated-database.js';
import { serverOf, type DeskAddresses } from '../../test/support/servers/desk.js';
import { RedisServer } from '../../test/support/servers/redis.js';
import { makeSecrets } from '../secrets/make-secrets.js';
import { examine } from './examine.js';
import { report } from './report.js';

const BUCKET = `shouwen-doctor-${process.pid}`;

let db: MigratedDatabase;
let dataDir: string;
let s3: DeskAddresses['s3'];
let client: S3Client;
let redis: RedisServer;

beforeAll(async () => {
  [db, s3, redis] = await Promise.all([migratedDatabase(), serverOf('s3'), RedisServer.start('valkey')]);
  dataDir = await mkdtemp(join(tmpdir(), 'shouwen-doctor-'));
  const { endpoint, accessKeyId, secretAccessKey } = s3;
  await writeFile(join(dataDir, 'id'), accessKeyId);
  await writeFile(join(dataDir, 'secret'), secretAccessKey);
  const credentials = { accessKeyId, secretAccessKey };
  client = new S3Client({ endpoint, region: 'us-east-1', credentials, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
  await makeSecrets(parseEnv(given()));
});
afterAll(async () => {
  client?.destroy();
  await redis?.stop();
  await db?.close();
  if (dataDir) await rm(dataDir, { recursive: true });
});

const given = (change: Record<string, string> = {}) => ({
  SHOUWEN_PROFILE: 'production',
  SHOUWEN_DATABASE_URL: db.url,
  SHOUWEN_DATA_DIR: dataDir,
  SHOUWEN_REDIS_URL: redis.url,
  SHOUWEN_S3_BUCKET: BUCKET,
  SHOUWEN_S3_REGION: 'us-east-1',
  SHOUWEN_S3_ENDPOINT: s3.endpoint,
  SHOUWEN_S3_ACCESS_KEY_ID_FILE: join(dataDir, 'id'),
  SHOUWEN_S3_SECRET_ACCESS_KEY_FILE: join(dataDir, 'secret'),
  ...change,
});
const of = async (check: string, level: 'warning' | 'fault', change: Record<string, string> = {}): Promise<string> =>
  report(
    (await examine(given(change))).filter((finding) => finding.check === check && finding.level === level),
    'en',
  );

describe('the doctor, of the production profile', () => {
  it('finds it well', async () => {
    const findings = await examine(given());
    expect(findings.filter(({ level }) => level === 'fault')).toEqual([]);
    expect(report(findings, 'en')).toContain('An object was written, read in part, and deleted.');
  });

  it('says that the queue’s server evicts, or forgets at a restart', async () => {
    const evicting = await RedisServer.start('valkey', { 'maxmemory-policy': 'allkeys-lru' });
    expect(await of('queue', 'fault', { SHOUWEN_REDIS_URL: evicting.url })).toContain('noeviction');
    await evicting.stop();
    const forgetful = await RedisServer.start('redis', { appendonly: 'no' });
    expect(await of('queue', 'warning', { SHOUWEN_REDIS_URL: forgetful.url })).toContain('appendonly yes');
    await forgetful.stop();
  });

  it('says that there is no such bucket, or that the key is wrong', async () => {
    expect(await of('storage', 'fault', { SHOUWEN_S3_BUCKET: 'no-such-bucket-here' })).toContain('no-such-bucket-here');
    await writeFile(join(dataDir, 'wrong'), 'not-the-key-of-this-bucket');
    expect(await of('storage', 'fault', { SHOUWEN_S3_SECRET_ACCESS_KEY_FILE: join(dataDir, 'wrong') })).toMatch(
      /^fault/,
    );
  });

  it('says that the bucket takes objects and does not let them go', async () => {
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
          Resource: [`arn:aws:s3:::${BUCKET}/*`],
        },
      ],
    });
    await client.send(new PutBucketPolicyCommand({ Bucket: BUCKET, Policy }));
    const words = await of('storage', 'fault');
    expect(words).toMatch(/delete: /);
    expect(words).toContain('cannot be destroyed');
  });
});
