import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv, parseMigrationEnv } from '../env.js';

const DATABASE = { SHOUWEN_DATABASE_URL: 'postgres://runtime@db/shouwen' };
const PRODUCTION = {
  ...DATABASE,
  SHOUWEN_PROFILE: 'production',
  SHOUWEN_REDIS_URL: 'redis://cache:6379',
  SHOUWEN_S3_BUCKET: 'recordings',
  SHOUWEN_S3_REGION: 'eu-central-1',
};

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'shouwen-settings-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** The names that the refusal is about. */
function refused(settings: Record<string, string>): string[] {
  try {
    parseEnv(settings);
    return [];
  } catch (error) {
    return [...(error as Error).message.matchAll(/^ {2}(SHOUWEN_\w+):/gm)].map(([, name = '']) => name).sort();
  }
}

describe('the profile', () => {
  it('is embedded by default, with nothing of the others', () => {
    expect(parseEnv(DATABASE)).toMatchObject({ profile: 'embedded' });
    expect(parseEnv(DATABASE).redisUrl).toBeUndefined();
    expect(parseEnv(DATABASE).s3).toBeUndefined();
    expect(parseEnv(DATABASE).kms).toBeUndefined();
  });

  it('production: a bucket of AWS by its name, another by its path', () => {
    expect(parseEnv(PRODUCTION)).toMatchObject({ redisUrl: 'redis://cache:6379', s3: { pathStyle: false } });
    const elsewhere = { ...PRODUCTION, SHOUWEN_S3_ENDPOINT: 'https://s3.example' };
    expect(parseEnv(elsewhere).s3).toMatchObject({ endpoint: 'https://s3.example', pathStyle: true });
    expect(parseEnv({ ...elsewhere, SHOUWEN_S3_PATH_STYLE: '0' }).s3?.pathStyle).toBe(false);
  });

  const without = (...names: string[]) =>
    Object.fromEntries(Object.entries(PRODUCTION).filter(([name]) => !names.includes(name)));

  it.each([
    ['Redis', without('SHOUWEN_REDIS_URL'), ['SHOUWEN_REDIS_URL']],
    ['S3', without('SHOUWEN_S3_BUCKET', 'SHOUWEN_S3_REGION'), ['SHOUWEN_S3_BUCKET']],
    ['the bucket', without('SHOUWEN_S3_BUCKET'), ['SHOUWEN_S3_BUCKET']],
    ['the region', without('SHOUWEN_S3_REGION'), ['SHOUWEN_S3_REGION']],
    [
      'Redis and the region',
      without('SHOUWEN_REDIS_URL', 'SHOUWEN_S3_REGION'),
      ['SHOUWEN_REDIS_URL', 'SHOUWEN_S3_REGION'],
    ],
    ['the database', without('SHOUWEN_DATABASE_URL'), ['SHOUWEN_DATABASE_URL']],
    ['the key of KMS', { ...PRODUCTION, SHOUWEN_KMS_REGION: 'eu-central-1' }, ['SHOUWEN_KMS_KEY_ID']],
    ['the region of KMS', { ...PRODUCTION, SHOUWEN_KMS_KEY_ID: 'alias/shouwen' }, ['SHOUWEN_KMS_REGION']],
  ])('is refused without %s, by name', (_what, settings, names) => {
    expect(refused(settings)).toEqual(names);
  });

  it('is not guessed: Redis and S3 without it are refused, since recordings would lie elsewhere than believed', () => {
    expect(refused(without('SHOUWEN_PROFILE'))).toEqual(['SHOUWEN_REDIS_URL', 'SHOUWEN_S3_BUCKET']);
  });

  it('takes addresses of the right kind only', () => {
    expect(refused({ ...PRODUCTION, SHOUWEN_REDIS_URL: 'http://cache' })).toEqual(['SHOUWEN_REDIS_URL']);
    expect(refused({ ...PRODUCTION, SHOUWEN_S3_ENDPOINT: 's3.example' })).toEqual(['SHOUWEN_S3_ENDPOINT']);
  });
});

describe('secrets in files', () => {
  it('are read without the line end, for connections and access keys', () => {
    const env = parseEnv({
      ...PRODUCTION,
      SHOUWEN_DATABASE_URL: '',
      SHOUWEN_REDIS_URL: '',
      SHOUWEN_DATABASE_URL_FILE: file('database', 'postgres://from-file@db/shouwen\n'),
      SHOUWEN_REDIS_URL_FILE: file('redis', 'rediss://:x7Q2m9pLw4Zt@cache:6380\n'),
      SHOUWEN_S3_ACCESS_KEY_ID_FILE: file('id', 'AKIA'),
      SHOUWEN_S3_SECRET_ACCESS_KEY_FILE: file('secret', 'hush-9f2c41d0-not-known\n'),
    });
    expect(env.databaseUrl).toBe('postgres://from-file@db/shouwen');
    expect(env.redisUrl).toBe('rediss://:x7Q2m9pLw4Zt@cache:6380');
    expect(env.s3?.credentials).toEqual({ accessKeyId: 'AKIA', secretAccessKey: 'hush-9f2c41d0-not-known' });
  });

  it('that are set twice, half, empty or unreadable are named, and never quoted', () => {
    const settings = {
      ...PRODUCTION,
      SHOUWEN_REDIS_URL: 'redis://:hunter2-x7Q2m9pLw4Zt@cache',
      SHOUWEN_REDIS_URL_FILE: file('other', 'redis://:hunter3-x7Q2m9pLw4Zt@cache'),
      SHOUWEN_S3_ACCESS_KEY_ID_FILE: file('half', 'hunter4'),
      SHOUWEN_DATABASE_URL: '',
      SHOUWEN_DATABASE_URL_FILE: join(folder, 'nowhere'),
      SHOUWEN_DATABASE_OWNER_URL_FILE: file('empty', '\n'),
    };
    expect(refused(settings)).toEqual([
      'SHOUWEN_DATABASE_OWNER_URL_FILE',
      'SHOUWEN_DATABASE_URL_FILE',
      'SHOUWEN_REDIS_URL',
      'SHOUWEN_S3_SECRET_ACCESS_KEY_FILE',
    ]);
    expect(() => parseEnv(settings)).not.toThrow(/hunter/);
  });
});

it('migrating needs both connections', () => {
  expect(() => parseMigrationEnv(DATABASE)).toThrow('SHOUWEN_DATABASE_OWNER_URL');
  const both = { ...DATABASE, SHOUWEN_DATABASE_OWNER_URL: 'postgres://owner@db/shouwen' };
  expect(parseMigrationEnv(both)).toEqual({
    ownerUrl: 'postgres://owner@db/shouwen',
    runtimeUrl: 'postgres://runtime@db/shouwen',
  });
});

describe('secrets of the production profile', () => {
  const url = (password: string) => ({ SHOUWEN_DATABASE_URL: `postgres://shouwen_runtime:${password}@db/shouwen` });
  it.each([
    ['a default', 'postgres'],
    ['a default with a number', 'changeme123'],
    ['a short one', 'x7Q2m9'],
    ['one that repeats itself', 'ababababababab'],
  ])('are refused when they are weak: %s', (_, password) => {
    expect(refused({ ...PRODUCTION, ...url(password) })).toEqual(['SHOUWEN_DATABASE_URL']);
    expect(() => parseEnv({ ...PRODUCTION, ...url(password) })).not.toThrow(password);
    expect(refused({ ...PRODUCTION, ...url('x7Q2m9pLw4Zt') })).toEqual([]);
  });

  it('are looked at in files and of every service, all at once', () => {
    const weak = {
      SHOUWEN_REDIS_URL: 'redis://:valkey@cache:6379',
      SHOUWEN_S3_ACCESS_KEY_ID_FILE: file('id', 'minioadmin'),
      SHOUWEN_S3_SECRET_ACCESS_KEY_FILE: file('secret', 'minioadmin'),
    };
    expect(refused({ ...PRODUCTION, ...weak })).toEqual(['SHOUWEN_REDIS_URL', 'SHOUWEN_S3_SECRET_ACCESS_KEY_FILE']);
  });
});

describe('a second place for the objects', () => {
  const copy = (settings: object) =>
    Object.fromEntries(Object.entries(settings).map(([name, value]) => [`SHOUWEN_OBJECT_COPY_${name}`, String(value)]));

  it('is a folder or a bucket, and none by default', () => {
    expect(parseEnv(DATABASE).objectCopy).toBeUndefined();
    expect(parseEnv({ ...DATABASE, ...copy({ DIR: '/second' }) }).objectCopy).toEqual({ dir: '/second' });
    const bucket = copy({ S3_BUCKET: 'copies', S3_REGION: 'x', S3_ENDPOINT: 'https://other.example' });
    expect(parseEnv({ ...PRODUCTION, ...bucket }).objectCopy).toMatchObject({
      s3: { bucket: 'copies', pathStyle: true },
    });
  });

  it.each<[string, Record<string, string>, string]>([
    ['the folder of the first', { ...DATABASE, SHOUWEN_OBJECT_DIR: '/first', ...copy({ DIR: '/first' }) }, 'DIR'],
    ['folder and bucket', { ...DATABASE, ...copy({ DIR: '/a', S3_BUCKET: 'abc', S3_REGION: 'x' }) }, 'DIR'],
    ['half a bucket', { ...DATABASE, ...copy({ S3_BUCKET: 'abc' }) }, 'S3_REGION'],
    ['the first bucket', { ...PRODUCTION, ...copy({ S3_BUCKET: 'recordings', S3_REGION: 'x' }) }, 'S3_BUCKET'],
  ])('is refused when it is %s', (_, settings, name) => {
    expect(refused(settings)).toEqual([`SHOUWEN_OBJECT_COPY_${name}`]);
  });

  it('has an access key of its own', () => {
    const [id, secret] = [file('k', 'AKIA-ONE'), file('s', 'x7Q2m9pLw4Zt-x7Q2')];
    const first = { SHOUWEN_S3_ACCESS_KEY_ID_FILE: id, SHOUWEN_S3_SECRET_ACCESS_KEY_FILE: secret };
    const second = copy({ S3_BUCKET: 'copies', S3_REGION: 'x', S3_SECRET_ACCESS_KEY_FILE: secret });
    const keyed = (by: string) =>
      refused({ ...PRODUCTION, ...first, ...second, ...copy({ S3_ACCESS_KEY_ID_FILE: by }) });
    expect(keyed(id)).toEqual(['SHOUWEN_OBJECT_COPY_S3_ACCESS_KEY_ID_FILE']);
    expect(keyed(file('k2', 'AKIA-TWO'))).toEqual([]);
  });
});
