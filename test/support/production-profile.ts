import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import pg from 'pg';
import { S3ObjectStore, type Logger } from '#platform';
import { freePort } from '../../libs/platform/src/embedded-postgres/index.js';
import { SupervisedChild } from '../../tools/profile/child-process.js';
import { inheritedCompiled } from '../../tools/profile/inherited-clock.rules.js';
import { untilReady } from '../../tools/profile/until-ready.js';
import { ensureSecrets } from '../../tools/profile/secrets.js';
import { serverOf, type DeskAddresses } from './servers/desk.js';
import { startPostgres15, type OwnPostgres } from './servers/own-postgres.js';
import { RedisServer, type RedisKind } from './servers/redis.js';

export interface ProductionOptions {
  dataDir: string;
  root: string;
  logger: Logger;
  env?: Record<string, string>;
  redis?: RedisKind;
  /** Processes of each kind. */
  count?: number;
  /** Its PostgreSQL is to be killed. */
  durable?: boolean;
}

const REGION = 'us-east-1';

/** The production profile: PostgreSQL 15, Redis or Valkey, Ceph's S3 and KMS as servers of their own, secrets in files. */
export class ProductionProfile {
  private constructor(
    readonly env: Record<string, string>,
    readonly databaseUrl: string,
    readonly apis: readonly ApiProcess[],
    readonly workers: readonly SupervisedChild[],
    private postgres: OwnPostgres,
    private readonly redis: RedisServer,
    private readonly bucket: S3ObjectStore,
  ) {}

  static async prepare(options: ProductionOptions) {
    const { dataDir, root, logger, env = {}, redis: kind = 'redis', count = 1, durable = false } = options;
    await mkdir(join(dataDir, 'logs'), { recursive: true, mode: 0o711 });
    const secrets = await ensureSecrets(dataDir);
    const [postgres, redis, s3, kms] = await Promise.all([
      startPostgres15({ durable }),
      RedisServer.start(kind),
      serverOf('s3'),
      serverOf('kms'),
    ]);
    const bucket = await makeBucket(s3);
    const url = (user: string, password: string) => `postgres://${user}:${password}@127.0.0.1:${postgres.port}/shouwen`;
    await createOwner(postgres, secrets.ownerPassword);
    const databaseUrl = url('shouwen_runtime', secrets.runtimePassword);
    const file = async (name: string, content: string) => {
      await writeFile(join(dataDir, 'secrets', name), `${content}\n`, { mode: 0o600 });
      return join(dataDir, 'secrets', name);
    };
    const all = {
      ...env,
      SHOUWEN_PROFILE: 'production',
      SHOUWEN_DATA_DIR: dataDir,
      SHOUWEN_DATABASE_URL_FILE: await file('database.url', databaseUrl),
      SHOUWEN_REDIS_URL_FILE: await file('redis.url', redis.url),
      ...(await s3Settings(s3, bucket, file)),
      ...(await kmsSettings(kms, file)),
    };
    const migrate = {
      ...inheritedCompiled(process.env),
      ...all,
      SHOUWEN_DATABASE_OWNER_URL: url('shouwen_owner', secrets.ownerPassword),
    };
    await promisify(execFile)(process.execPath, [join(root, 'dist/tools/migrate/main.js')], { env: migrate });

    const child = (name: string, number: number, more: Record<string, string> = {}) =>
      new SupervisedChild({
        name,
        entry: join(root, `dist/apps/${name}/src/main.js`),
        env: { ...all, ...more },
        logFile: join(dataDir, `logs/${name}-${number}.log`),
        logger,
      });
    const numbers = Array.from({ length: count }, (_, i) => i + 1);
    const ports = await Promise.all(numbers.map(() => freePort()));
    return new ProductionProfile(
      all,
      databaseUrl,
      ports.map((port, i) => new ApiProcess(port, child('api', i + 1, { SHOUWEN_PORT: String(port) }))),
      numbers.map((number) => child('worker', number)),
      postgres,
      redis,
      new S3ObjectStore({ bucket, region: REGION, endpoint: s3.endpoint, credentials: s3 }),
    );
  }

  get api(): SupervisedChild {
    return this.apis[0]!.child;
  }

  get worker(): SupervisedChild {
    return this.workers[0]!;
  }

  get baseUrl(): string {
    return this.apis[0]!.baseUrl;
  }

  async apiReady(): Promise<void> {
    await Promise.all(this.apis.map(({ baseUrl }) => untilReady(baseUrl)));
  }

  /** The servers' own files, where something of a call could lie. */
  get places(): string[] {
    return [this.postgres.dir, this.redis.dir];
  }

  /** Where the database's own files lie. */
  get databaseDir(): string {
    return this.postgres.dir;
  }

  /** Every object of the bucket, for a search through its bytes. */
  async *objects(): AsyncGenerator<{ key: string; content: Buffer }> {
    for await (const { key, bytes } of this.bucket.list('')) {
      const parts: Buffer[] = [];
      for await (const part of this.bucket.getRange(key, 0, bytes)) parts.push(part);
      yield { key, content: Buffer.concat(parts) };
    }
  }

  get postgresPid(): number {
    return this.postgres.pid;
  }

  async objectNames(): Promise<string[]> {
    const names: string[] = [];
    for await (const { key } of this.bucket.list('')) names.push(key);
    return names;
  }

  /** Ends every process of the house at once; what they wrote stays. */
  async crash(): Promise<void> {
    await Promise.all([...this.apis.map(({ child }) => child), ...this.workers].map((one) => one.crash()));
    process.kill(this.postgres.pid, 'SIGKILL');
    await Promise.all([this.postgres.exited, this.redis.kill()]);
  }

  /** PostgreSQL ends as by a power cut, and comes back on its old address. */
  async killPostgres(): Promise<{ up(): Promise<void> }> {
    process.kill(this.postgres.pid, 'SIGKILL');
    await this.postgres.exited;
    return { up: async () => void (this.postgres = await this.postgres.again()) };
  }

  async killRedis(): Promise<{ up(): Promise<void> }> {
    await this.redis.kill();
    return { up: () => this.redis.up() };
  }

  /** PostgreSQL and Redis again, at their old addresses. */
  async serversUp(): Promise<void> {
    [this.postgres] = await Promise.all([this.postgres.again(), this.redis.up()]);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.apis.map(({ child }) => child), ...this.workers].map((one) => one.stop()));
    // What Redis holds in memory goes to the disk, beside its append-only file.
    await this.redis.command('save');
    await Promise.all([this.postgres.stop(), this.redis.down()]);
  }

  async remove(): Promise<void> {
    this.bucket.close();
    await Promise.all([this.postgres.remove(), rm(this.redis.dir, { recursive: true })]);
  }
}

/** One API and where it listens. */
export class ApiProcess {
  readonly baseUrl: string;
  constructor(
    port: number,
    readonly child: SupervisedChild,
  ) {
    this.baseUrl = `http://127.0.0.1:${port}`;
  }
}

type SecretFile = (name: string, content: string) => Promise<string>;

async function createOwner({ host, port, user, password }: OwnPostgres, ownerPassword: string): Promise<void> {
  const client = new pg.Client({ host, port, user, password, database: 'postgres' });
  await client.connect();
  await client.query(
    `create role shouwen_owner login createdb createrole password ${client.escapeLiteral(ownerPassword)}`,
  );
  await client.end();
}

async function makeBucket({ endpoint, ...credentials }: DeskAddresses['s3']): Promise<string> {
  const bucket = `shouwen-${randomUUID()}`;
  const client = new S3Client({ endpoint, region: REGION, credentials, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  client.destroy();
  return bucket;
}

const s3Settings = async (s3: DeskAddresses['s3'], bucket: string, file: SecretFile) => ({
  SHOUWEN_S3_BUCKET: bucket,
  SHOUWEN_S3_REGION: REGION,
  SHOUWEN_S3_ENDPOINT: s3.endpoint,
  SHOUWEN_S3_ACCESS_KEY_ID_FILE: await file('s3.id', s3.accessKeyId),
  SHOUWEN_S3_SECRET_ACCESS_KEY_FILE: await file('s3.secret', s3.secretAccessKey),
});

async function kmsSettings({ endpoint }: DeskAddresses['kms'], file: SecretFile) {
  const credentials = { accessKeyId: 'test', secretAccessKey: randomUUID() };
  const client = new KMSClient({ endpoint, region: REGION, credentials });
  const { KeyMetadata } = await client.send(new CreateKeyCommand({}));
  client.destroy();
  return {
    SHOUWEN_KMS_KEY_ID: KeyMetadata!.Arn!,
    SHOUWEN_KMS_REGION: REGION,
    SHOUWEN_KMS_ENDPOINT: endpoint,
    SHOUWEN_KMS_ACCESS_KEY_ID_FILE: await file('kms.id', credentials.accessKeyId),
    SHOUWEN_KMS_SECRET_ACCESS_KEY_FILE: await file('kms.secret', credentials.secretAccessKey),
  };
}
