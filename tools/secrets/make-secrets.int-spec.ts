import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileKeyStore, LocalKeyring, parseEnv } from '#platform';
import { KeyringLost, makeSecrets } from './make-secrets.js';

describe('the secrets of an installation', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'shouwen-secrets-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));
  const env = () => parseEnv({ SHOUWEN_DATABASE_URL: 'postgres://nobody@localhost/x', SHOUWEN_DATA_DIR: dataDir });

  it('are made once, for their owner alone, and stay', async () => {
    const paths = await makeSecrets(env());
    for (const path of paths.filter((path) => !path.endsWith('.pub')))
      expect([path, (await stat(path)).mode & 0o077]).toEqual([path, 0]);
    const before = await Promise.all(paths.slice(0, 2).map((path) => readFile(path, 'utf8')));
    await makeSecrets(env());
    expect(await Promise.all(paths.slice(0, 2).map((path) => readFile(path, 'utf8')))).toEqual(before);
  });

  it('move the signing key of an earlier release to a place of its own, instead of making another', async () => {
    await makeSecrets(env());
    const [former, path] = [env().journalKeyFile, join(dataDir, 'signing-key/journal-ed25519.pem')];
    const key = await readFile(former, 'utf8');
    await makeSecrets({ ...env(), journalKeyFile: path });
    expect(await readFile(path, 'utf8')).toBe(key);
    expect((await stat(path)).mode & 0o077).toBe(0);
    await expect(stat(`${path}.pub`)).resolves.toBeDefined();
    await expect(stat(former)).rejects.toThrow('ENOENT');
  });

  it('are not made again where recording keys wait for the lost keyring', async () => {
    const { keyDir: first, keyCopyDir: second, keyringFile } = env();
    await makeSecrets(env());
    await new FileKeyStore({ first, second, keyProvider: await LocalKeyring.open(keyringFile) }).create('r');
    await rm(keyringFile);
    await expect(makeSecrets(env())).rejects.toThrow(KeyringLost);
  });
});
