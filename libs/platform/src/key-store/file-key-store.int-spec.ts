import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileKeyStore } from './file-key-store.js';
import { KeyVersionUnknown } from './key-provider.js';
import { KeyDamaged, KeyMissing } from './key-store.js';
import { KeyStoreFixture } from './key-store.fixture.js';
import { LocalKeyring } from './local-keyring.js';

describe('the file key store', () => {
  let on: KeyStoreFixture;

  beforeEach(async () => {
    on = await KeyStoreFixture.make();
  });

  afterEach(() => on.remove());

  describe('keeping keys', () => {
    it('has both copies before it gives a key out, readable by the owner only, and never in clear', async () => {
      const { keyId, key } = await on.store.create('recording-1');
      for (const copy of ['first', 'second'] as const) {
        const kept = await on.text(copy, keyId);
        for (const encoding of ['base64', 'hex', 'latin1'] as const) expect(kept).not.toContain(key.toString(encoding));
        expect((await stat(on.file(copy, keyId))).mode & 0o777).toBe(0o600);
        expect(await readdir(dirname(on.file(copy, keyId)))).toEqual([`${keyId}.json`]);
      }
      expect(await on.text('first', keyId)).toBe(await on.text('second', keyId));
      expect((await on.open(on.keyring).unwrap(keyId)).equals(key)).toBe(true);
      expect(on.repairs).toEqual([]);
    });

    it('gives no key out when it cannot keep both copies', async () => {
      await rename(on.at('second'), `${on.at('second')}-away`);
      await writeFile(on.at('second'), 'in the way');
      await expect(on.store.create('recording-1')).rejects.toThrow();
      expect(await on.filesIn('first')).toEqual([]);
    });

    it('says that a key it never had is missing, for an id of any form', async () => {
      for (const keyId of ['0b7f0f4e-3f0a-4c58-9d57-2b1c7f3f2a11', '../../keyring', '']) {
        await expect(on.store.unwrap(keyId)).rejects.toThrow(KeyMissing);
      }
    });

    it('refuses two copies in one directory', () => {
      const same = { first: on.at('first'), second: `${on.at('first')}/`, keyProvider: on.keyring };
      expect(() => new FileKeyStore(same)).toThrow('need two directories');
    });
  });

  describe('repairing copies', () => {
    it.each(['first', 'second'] as const)('answers and restores when the %s copy is lost', async (copy) => {
      const { keyId, key } = await on.store.create('recording-1');
      const original = await on.text(copy, keyId);
      await on.lose(copy);
      expect((await on.store.unwrap(keyId)).equals(key)).toBe(true);
      expect(await on.text(copy, keyId)).toBe(original);
      expect(on.repairs).toEqual([{ keyId, copy, was: 'missing' }]);
    });

    it.each(['first', 'second'] as const)('answers and restores when the %s copy is damaged', async (copy) => {
      const { keyId, key } = await on.store.create('recording-1');
      const original = await on.text(copy, keyId);
      const damages = [
        () => writeFile(on.file(copy, keyId), ''),
        () => writeFile(on.file(copy, keyId), original.slice(0, 90)),
        () => on.damageWrappedKey(copy, keyId),
      ];
      for (const damage of damages) {
        await damage();
        expect((await on.store.unwrap(keyId)).equals(key)).toBe(true);
        expect(await on.text(copy, keyId)).toBe(original);
      }
      expect(on.repairs).toEqual(damages.map(() => ({ keyId, copy, was: 'damaged' })));
      expect(await readdir(dirname(on.file(copy, keyId)))).toEqual([`${keyId}.json`]);
    });

    it('does not take the file of another key, nor a record that only looks right', async () => {
      const [one, other] = [await on.store.create('recording-1'), await on.store.create('recording-2')];
      await writeFile(on.file('first', one.keyId), await on.text('first', other.keyId));
      expect((await on.store.unwrap(one.keyId)).equals(one.key)).toBe(true);
      expect(on.repairs).toMatchObject([{ keyId: one.keyId, copy: 'first', was: 'damaged' }]);
    });

    it('still answers when a copy cannot be restored, and tells', async () => {
      const { keyId, key } = await on.store.create('recording-1');
      await rm(on.at('first'), { recursive: true });
      await writeFile(on.at('first'), 'in the way');
      expect((await on.store.unwrap(keyId)).equals(key)).toBe(true);
      expect(on.repairs).toMatchObject([{ keyId, copy: 'first', error: expect.anything() as unknown }]);
    });

    it('tells damage from loss when neither copy answers', async () => {
      const [damaged, lost] = [await on.store.create('recording-1'), await on.store.create('recording-2')];
      for (const copy of ['first', 'second'] as const) {
        await on.damageWrappedKey(copy, damaged.keyId);
        await rm(on.file(copy, lost.keyId));
      }
      await expect(on.store.unwrap(damaged.keyId)).rejects.toThrow(KeyDamaged);
      await expect(on.store.unwrap(lost.keyId)).rejects.toThrow(KeyMissing);
    });

    it('does not call a key damaged when its key-encryption key is what is missing', async () => {
      const { keyId } = await on.store.create('recording-1');
      const before = await on.text('first', keyId);
      const path = join(on.directory, 'keyring.json');
      const keyringText = await readFile(path, 'utf8');
      await writeFile(path, keyringText.replaceAll('"1"', '"5"'));
      await expect(on.open(await LocalKeyring.open(path)).unwrap(keyId)).rejects.toThrow(KeyVersionUnknown);
      expect(await on.text('first', keyId)).toBe(before);
    });
  });

  describe('re-wrapping', () => {
    it('moves a key to the current key-encryption key in both copies, and only once', async () => {
      const { keyId, key } = await on.store.create('recording-1');
      expect(await on.store.rewrap(keyId)).toBe('current');
      await on.keyring.rotate();
      expect(await on.store.rewrap(keyId)).toBe('rewrapped');
      expect(await on.store.rewrap(keyId)).toBe('current');
      expect(await on.text('first', keyId)).toBe(await on.text('second', keyId));
      expect((await on.store.find(keyId)).versions).toEqual(['2', '2']);
      expect((await on.store.unwrap(keyId)).equals(key)).toBe(true);
    });

    it('is completed after a crash between the copies', async () => {
      const { keyId, key } = await on.store.create('recording-1');
      const old = await on.text('second', keyId);
      await on.keyring.rotate();
      await on.store.rewrap(keyId);
      for (const copy of ['first', 'second'] as const) {
        await writeFile(on.file(copy, keyId), old);
        expect((await on.store.unwrap(keyId)).equals(key)).toBe(true);
        expect(JSON.parse(await on.text(copy, keyId))).toMatchObject({ content: { version: '2' } });
      }
    });
  });

  it('lists every key with the state of its copies', async () => {
    const [kept, halved, gone] = [
      await on.store.create('r-1'),
      await on.store.create('r-2'),
      await on.store.create('r-3'),
    ];
    await rm(on.file('second', halved.keyId));
    await on.store.destroy(gone.keyId);
    await mkdir(join(on.at('first'), 'zz'));
    await writeFile(join(on.at('first'), 'zz', 'stray.json'), '');
    const about = (...versions: string[]) => ({ createdAt: on.now, versions });
    const expected = [
      {
        keyId: kept.keyId,
        state: 'present',
        first: 'present',
        second: 'present',
        recordingId: 'r-1',
        ...about('1', '1'),
      },
      { keyId: halved.keyId, state: 'present', first: 'present', second: 'missing', recordingId: 'r-2', ...about('1') },
      { keyId: gone.keyId, state: 'destroyed', first: 'destroyed', second: 'destroyed' },
    ];
    expect(await on.listed()).toEqual(expected.sort((a, b) => (a.keyId < b.keyId ? -1 : 1)));
  });
});
