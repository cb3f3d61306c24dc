import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileKeyStore, KEY_MARKER, LocalKeyring, markKeyDirectories, parseEnv } from '#platform';
import { createTestDatabase } from '../../test/support/postgres.js';
import { migratedDatabase, type MigratedDatabase } from '../../test/support/migrated-database.js';
import { makeSecrets } from '../secrets/make-secrets.js';
import { audioToolsCheck } from './checks/audio-tools.check.js';
import { examine } from './examine.js';
import { type Finding } from './finding.js';
import { hasFault, report } from './report.js';

let db: MigratedDatabase;
let dataDir: string;

beforeAll(async () => {
  db = await migratedDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shouwen-doctor-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const given = (change: Record<string, string> = {}) => ({
  SHOUWEN_DATABASE_URL: db.url,
  SHOUWEN_DATA_DIR: dataDir,
  ...change,
});
const install = () => makeSecrets(parseEnv(given()));
const at = (...parts: string[]) => join(dataDir, ...parts);
const faults = async (change: Record<string, string> = {}): Promise<Finding[]> =>
  (await examine(given(change))).filter(({ level }) => level === 'fault');
/** The one fault, in words. */
async function fault(change: Record<string, string> = {}): Promise<string> {
  const found = await faults(change);
  expect(found.map(({ check, what }) => [check, what.en])).toHaveLength(1);
  return report(found, 'en');
}

describe('the doctor', () => {
  it('finds a whole installation well, and says what it looked at', async () => {
    await install();
    const findings = await examine(given());
    expect(findings.filter(({ level }) => level === 'fault')).toEqual([]);
    expect([...new Set(findings.map(({ check }) => check))].sort()).toEqual(
      [
        'audio',
        'capture',
        'database',
        'disk',
        'engines',
        'journal',
        'keys',
        'mail',
        'node',
        'queue',
        'sandbox',
        'scorer',
        'settings',
        'storage',
        'upkeep',
        'web',
      ].sort(),
    );
    expect(report(findings, 'en')).toContain('cannot rewrite the journal');
    expect(await readdir(at('keys'))).toEqual([KEY_MARKER]);
  });

  it('works before anything is there, and says where to begin', async () => {
    const findings = await examine({ SHOUWEN_DATA_DIR: dataDir });
    expect(report(findings, 'en')).toContain('Nothing has been set up here yet.');
    expect(findings.filter(({ level }) => level === 'fault').map(({ check }) => check)).toEqual(['keys', 'journal']);
    expect(JSON.stringify(findings)).not.toMatch(/at .*\.(ts|js):\d+/);
  });

  it('names every setting that cannot be used at once', async () => {
    const found = await examine({ SHOUWEN_PROFILE: 'production', SHOUWEN_PORT: 'x' });
    const words = report(found, 'zh');
    for (const name of ['SHOUWEN_PORT', 'SHOUWEN_DATABASE_URL', 'SHOUWEN_REDIS_URL', 'SHOUWEN_S3_BUCKET'])
      expect(words).toContain(name);
    expect(hasFault(found)).toBe(true);
  });
});

describe('the doctor, of the database', () => {
  beforeEach(install);
  const changed = (change: (url: URL) => void) => {
    const url = new URL(db.url);
    change(url);
    return { SHOUWEN_DATABASE_URL: url.toString() };
  };
  const ofDatabase = async (change: Record<string, string>) =>
    report(
      (await faults(change)).filter(({ check }) => check === 'database'),
      'en',
    );

  it('says that no server listens, or that there is no such database or user', async () => {
    expect(await ofDatabase(changed((url) => (url.port = '1')))).toContain('nothing listens');
    expect(await ofDatabase(changed((url) => (url.pathname = '/elsewhere')))).toContain('no such database');
    const stranger = changed((url) => (url.username = 'nobody_at_all'));
    expect(await ofDatabase(stranger)).toMatch(/user.*npm run migrate/);
  });

  it('says that it was not migrated', async () => {
    const empty = await createTestDatabase();
    const name = new URL(empty.url).pathname;
    const words = await ofDatabase(changed((url) => (url.pathname = name)));
    await empty.drop();
    expect(words).toContain('npm run migrate');
  });

  it('says that the product may rewrite its own journal', async () => {
    const words = await ofDatabase({ SHOUWEN_DATABASE_URL: db.ownerUrl });
    expect(words).toContain('can rewrite the journal');
    expect(words).toContain('superuser');
    const [{ n }] = await db.source.query('select count(*)::int as n from journal_entry');
    expect(n).toBe(0);
  });
});

describe('the doctor, of keys', () => {
  beforeEach(install);

  it('says that others may read the keyring', async () => {
    await chmod(at('secrets/keyring.json'), 0o644);
    expect(await fault()).toContain('chmod 600');
  });

  it('says which copy is gone, or open to others, or no directory', async () => {
    await rm(at('keys-copy'), { recursive: true });
    expect(await fault()).toMatch(/keys-copy is not there/);
    await writeFile(at('keys-copy'), '');
    expect(await fault()).toMatch(/keys-copy cannot be read and written/);
    await rm(at('keys-copy'));
    await mkdir(at('keys-copy'), { mode: 0o700 });
    expect(await fault()).toMatch(/SHOUWEN_KEY_COPY_DIR does not have this installation's mark/);
    await markKeyDirectories({ first: at('keys'), second: at('keys-copy') }, new Date());
    await chmod(at('keys-copy'), 0o755);
    expect(await fault()).toMatch(/chmod 700 .*keys-copy/);
  });

  it('says that a key is in one copy only, and that both are on one disk', async () => {
    const keyProvider = await LocalKeyring.open(at('secrets/keyring.json'));
    const store = new FileKeyStore({ first: at('keys'), second: at('keys-copy'), keyProvider });
    const { keyId } = await store.create('r');
    expect(await faults()).toEqual([]);
    await rm(at('keys-copy', keyId.slice(0, 2)), { recursive: true });
    expect(await fault()).toContain(keyId);
    expect(report(await examine(given()), 'en')).toContain('on one disk');
  });

  it('says of an earlier release’s directories that they are marked at the first start', async () => {
    const keyProvider = await LocalKeyring.open(at('secrets/keyring.json'));
    await new FileKeyStore({ first: at('keys'), second: at('keys-copy'), keyProvider }).create('r');
    for (const dir of ['keys', 'keys-copy']) await rm(at(dir, KEY_MARKER));
    expect(await faults()).toEqual([]);
    expect(report(await examine(given()), 'en')).toContain('bear no marks yet');
  });

  it('names a key with a mark of destruction without an order', async () => {
    const [doubted] = await db.source.query(
      `insert into key_doubt (doubted_key, first, second, why, found_at)
       values (gen_random_uuid(), 'destroyed', 'present', 'one_copy', now()) returning doubted_key as id`,
    );
    expect(await fault()).toContain(doubted.id);
    await db.source.query('update key_doubt set settled_at = now()');
    expect(await faults()).toEqual([]);
  });

  it('says that the signing key is gone, or that heads cannot be written', async () => {
    await writeFile(at('a-file'), '');
    expect(await fault({ SHOUWEN_JOURNAL_HEADS_DIR: at('a-file/heads') })).toContain('heads');
    await rm(at('secrets/journal-ed25519.pem'));
    expect(await fault()).toContain('journal-ed25519.pem');
  });
});

describe('the doctor, of what surrounds it', () => {
  beforeEach(install);
  const { PATH } = process.env;
  afterEach(() => {
    process.env['PATH'] = PATH;
  });

  it('says that bubblewrap is missing, or that it may not make walls', async () => {
    process.env['PATH'] = dataDir;
    expect(await fault()).toContain('bubblewrap is not installed');
    await writeFile(at('bwrap'), '#!/bin/sh\necho "bwrap: No permissions to create new namespace" >&2\nexit 1\n', {
      mode: 0o755,
    });
    process.env['PATH'] = `${dataDir}:${PATH}`;
    const words = await fault();
    expect(words).toContain('No permissions to create new namespace');
    expect(words).toContain('user namespaces');
  });

  it('says which codecs ffmpeg lacks, and that it is not there', async () => {
    const few = "#!/bin/sh\ncase $2 in -decoders) printf ' A....D flac  FLAC\\n A....D mp3float  MP3\\n';; esac\n";
    await writeFile(at('ffmpeg'), few, { mode: 0o755 });
    await writeFile(at('ffprobe'), '#!/bin/sh\n', { mode: 0o755 });
    const [lacking] = await audioToolsCheck(dataDir).look();
    expect(lacking?.what.en).toMatch(/lacks .*amrnb.*opus, libopus/);
    expect(lacking?.what.en).not.toContain('flac');
    expect((await audioToolsCheck(at('nowhere')).look()).map(({ what }) => what.en)).toEqual([
      expect.stringContaining('ffmpeg cannot be run'),
      expect.stringContaining('ffprobe cannot be run'),
    ]);
  });

  it('says that recordings cannot be stored', async () => {
    await writeFile(at('objects'), 'a file');
    expect(await fault()).toMatch(/^fault +storage/);
  });

  it('says that the bucket, or the queue’s server, does not answer', async () => {
    const production = {
      ...{ SHOUWEN_PROFILE: 'production', SHOUWEN_REDIS_URL: 'redis://127.0.0.1:1' },
      ...{ SHOUWEN_S3_BUCKET: 'calls', SHOUWEN_S3_REGION: 'x', SHOUWEN_S3_ENDPOINT: 'http://127.0.0.1:1' },
    };
    const found = await faults(production);
    expect(found.map(({ check }) => check).sort()).toEqual(['queue', 'storage']);
    expect(report(found, 'en')).toContain('Redis or Valkey does not answer');
  });

  it('says that sessions travel in clear', async () => {
    expect(await fault({ SHOUWEN_HOST: '0.0.0.0' })).toContain('SHOUWEN_COOKIE_SECURE=1');
    expect(await faults({ SHOUWEN_HOST: '0.0.0.0', SHOUWEN_COOKIE_SECURE: '1' })).toEqual([]);
  });
});
