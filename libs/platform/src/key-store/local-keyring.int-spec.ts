import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKey, WrappedKeyDamaged } from '../encryption/index.js';
import { KeyVersionUnknown } from './key-provider.js';
import { KeyringUnusable, LocalKeyring } from './local-keyring.js';

describe('the local keyring', () => {
  let directory: string;
  let path: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'shouwen-keyring-'));
    path = join(directory, 'keys', 'keyring.json');
  });

  afterEach(() => rm(directory, { recursive: true }));

  it('is made only when asked, for its owner only, and stays as it is when asked again', async () => {
    await expect(LocalKeyring.open(path)).rejects.toThrow('there is none. Restore its backup, or create one.');
    await LocalKeyring.create(path);
    const made = await readFile(path, 'utf8');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await LocalKeyring.create(path);
    expect(await readFile(path, 'utf8')).toBe(made);
    expect(await readdir(join(directory, 'keys'))).toEqual(['keyring.json']);
  });

  it('is the same for all who create it at once', async () => {
    const keyrings = await Promise.all(Array.from({ length: 5 }, () => LocalKeyring.create(path)));
    const key = newKey();
    const wrapped = await keyrings[0]!.wrap(key, ['id']);
    for (const keyring of keyrings) expect((await keyring.unwrap(wrapped, ['id'])).equals(key)).toBe(true);
  });

  it('opens what it wrapped for the same context, before and after rotation', async () => {
    const keyring = await LocalKeyring.create(path);
    const key = newKey();
    const old = await keyring.wrap(key, ['id', 'a']);
    expect(await keyring.rotate()).toBe('2');
    expect(await keyring.currentVersion()).toBe('2');
    const renewed = await keyring.wrap(key, ['id', 'a']);
    expect([old.version, renewed.version]).toEqual(['1', '2']);
    const reopened = await LocalKeyring.open(path);
    for (const wrapped of [old, renewed]) expect((await reopened.unwrap(wrapped, ['id', 'a'])).equals(key)).toBe(true);
    await expect(keyring.unwrap(old, ['id', 'b'])).rejects.toThrow(WrappedKeyDamaged);
    await expect(keyring.unwrap({ ...old, version: '2' }, ['id', 'a'])).rejects.toThrow(WrappedKeyDamaged);
  });

  it('learns of a rotation in another process', async () => {
    const [here, there] = [await LocalKeyring.create(path), await LocalKeyring.open(path)];
    await there.rotate();
    const key = newKey();
    const wrapped = await there.wrap(key, ['id']);
    expect((await here.unwrap(wrapped, ['id'])).equals(key)).toBe(true);
    expect((await here.wrap(key, ['id'])).version).toBe('2');
  });

  it('rotates one at a time, and says how to go on after an interrupted rotation', async () => {
    const keyring = await LocalKeyring.create(path);
    await writeFile(`${path}.rotating`, '');
    await expect(keyring.rotate()).rejects.toThrow(`remove ${path}.rotating and rotate again`);
    await rm(`${path}.rotating`);
    expect(await keyring.rotate()).toBe('2');
    expect(await keyring.rotate()).toBe('3');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(directory, 'keys'))).toEqual(['keyring.json']);
  });

  it.each([0o640, 0o604, 0o620, 0o666])('refuses a file with mode %o', async (mode) => {
    await LocalKeyring.create(path);
    await chmod(path, mode);
    const opening = LocalKeyring.open(path);
    await expect(opening).rejects.toThrow(KeyringUnusable);
    await expect(opening).rejects.toThrow(`Run chmod 600 ${path}`);
  });

  it('refuses a link and a damaged file', async () => {
    await LocalKeyring.create(path);
    await symlink(path, `${path}.link`);
    await expect(LocalKeyring.open(`${path}.link`)).rejects.toThrow('it is a link');
    await writeFile(path, '{');
    await expect(LocalKeyring.open(path)).rejects.toThrow('not a keyring file of format shouwen-keyring/1. Restore it');
  });

  it('says which version is missing and what helps', async () => {
    const keyring = await LocalKeyring.create(path);
    const unknown = keyring.unwrap({ version: '9', bytes: Buffer.alloc(61) }, ['id']);
    await expect(unknown).rejects.toThrow(KeyVersionUnknown);
    await expect(unknown).rejects.toThrow('no key-encryption key of version 9: restore the keyring from a backup');
  });
});
