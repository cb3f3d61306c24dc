import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileKeyStore } from './file-key-store.js';
import { KeyVersionUnknown } from './key-provider.js';
import { KeyDamaged, KeyDestroyed, KeyMissing, type CopyRepair, type KeyEntry } from './key-store.js';
import { LocalKeyring } from './local-keyring.js';

const CREATED = new Date('2026-11-24T08:00:00.000Z');

describe('the file key store', () => {
  let directory: string;
  let keyring: LocalKeyring;
  let store: FileKeyStore;
  let repairs: CopyRepair[];

  const at = (copy: 'first' | 'second') => join(directory, copy);
  const file = (copy: 'first' | 'second', keyId: string) => join(at(copy), keyId.slice(0, 2), `${keyId}.json`);
  const tombstone = (copy: 'first' | 'second', keyId: string) =>
    join(at(copy), keyId.slice(0, 2), `${keyId}.destroyed`);
  const text = (copy: 'first' | 'second', keyId: string) => readFile(file(copy, keyId), 'utf8');
  const damageWrappedKey = async (copy: 'first' | 'second', keyId: string) => {
    const changed = (await text(copy, keyId)).replace(
      /"wrapped": "./,
      (start) => start.slice(0, -1) + (start.endsWith('B') ? 'C' : 'B'),
    );
    await writeFile(file(copy, keyId), changed);
  };
  const listed = async () => {
    const entries: KeyEntry[] = [];
    for await (const entry of store.list()) entries.push(entry);
    return entries;
  };
  const openStore = (keyProvider: LocalKeyring) =>
    new FileKeyStore({
      first: at('first'),
      second: at('second'),
      keyProvider,
      now: () => CREATED,
      onRepair: (repair) => repairs.push(repair),
    });

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'shouwen-keys-'));
    keyring = await LocalKeyring.create(join(directory, 'keyring.json'));
    repairs = [];
    store = openStore(keyring);
  });

  afterEach(() => rm(directory, { recursive: true }));

  describe('keeping keys', () => {
    it('has both copies before it gives a key out, readable by the owner only, and never in clear', async () => {
      const { keyId, key } = await store.create('recording-1');
      for (const copy of ['first', 'second'] as const) {
        const kept = await text(copy, keyId);
        for (const encoding of ['base64', 'hex', 'latin1'] as const) expect(kept).not.toContain(key.toString(encoding));
        expect((await stat(file(copy, keyId))).mode & 0o777).toBe(0o600);
        expect(await readdir(join(at(copy), keyId.slice(0, 2)))).toEqual([`${keyId}.json`]);
      }
      expect(await text('first', keyId)).toBe(await text('second', keyId));
      expect((await openStore(keyring).unwrap(keyId)).equals(key)).toBe(true);
      expect(repairs).toEqual([]);
    });

    it('gives no key out when it cannot keep both copies', async () => {
      await writeFile(at('second'), 'in the way');
      await expect(store.create('recording-1')).rejects.toThrow();
      expect(await filesUnder(at('first'))).toEqual([]);
    });

    it('says that a key it never had is missing, whatever form the id has', async () => {
      for (const keyId of ['0b7f0f4e-3f0a-4c58-9d57-2b1c7f3f2a11', '../../keyring', '']) {
        await expect(store.unwrap(keyId)).rejects.toThrow(KeyMissing);
      }
    });

    it('refuses two copies in one directory', () => {
      const same = { first: at('first'), second: `${at('first')}/`, keyProvider: keyring };
      expect(() => new FileKeyStore(same)).toThrow('need two directories');
    });
  });

  describe('mending copies', () => {
    it.each(['first', 'second'] as const)('answers and restores when the %s copy is lost', async (copy) => {
      const { keyId, key } = await store.create('recording-1');
      const original = await text(copy, keyId);
      await rm(at(copy), { recursive: true });
      expect((await store.unwrap(keyId)).equals(key)).toBe(true);
      expect(await text(copy, keyId)).toBe(original);
      expect(repairs).toEqual([{ keyId, copy, was: 'missing' }]);
    });

    it.each(['first', 'second'] as const)('answers and restores when the %s copy is damaged', async (copy) => {
      const { keyId, key } = await store.create('recording-1');
      const original = await text(copy, keyId);
      const damages = [
        () => writeFile(file(copy, keyId), ''),
        () => writeFile(file(copy, keyId), original.slice(0, 90)),
        () => damageWrappedKey(copy, keyId),
      ];
      for (const damage of damages) {
        await damage();
        expect((await store.unwrap(keyId)).equals(key)).toBe(true);
        expect(await text(copy, keyId)).toBe(original);
      }
      expect(repairs).toEqual(damages.map(() => ({ keyId, copy, was: 'damaged' })));
      expect(await readdir(join(at(copy), keyId.slice(0, 2)))).toEqual([`${keyId}.json`]);
    });

    it('does not take the file of another key, nor a record that only looks right', async () => {
      const [one, other] = [await store.create('recording-1'), await store.create('recording-2')];
      await writeFile(file('first', one.keyId), await text('first', other.keyId));
      expect((await store.unwrap(one.keyId)).equals(one.key)).toBe(true);
      expect(repairs).toMatchObject([{ keyId: one.keyId, copy: 'first', was: 'damaged' }]);
    });

    it('still answers when a copy cannot be restored, and tells', async () => {
      const { keyId, key } = await store.create('recording-1');
      await rm(at('first'), { recursive: true });
      await writeFile(at('first'), 'in the way');
      expect((await store.unwrap(keyId)).equals(key)).toBe(true);
      expect(repairs).toMatchObject([{ keyId, copy: 'first', error: expect.anything() as unknown }]);
    });

    it('tells damage from loss when neither copy answers', async () => {
      const [damaged, lost] = [await store.create('recording-1'), await store.create('recording-2')];
      for (const copy of ['first', 'second'] as const) {
        await damageWrappedKey(copy, damaged.keyId);
        await rm(file(copy, lost.keyId));
      }
      await expect(store.unwrap(damaged.keyId)).rejects.toThrow(KeyDamaged);
      await expect(store.unwrap(lost.keyId)).rejects.toThrow(KeyMissing);
    });

    it('does not call a key damaged when its key-encryption key is what is missing', async () => {
      const { keyId } = await store.create('recording-1');
      const before = await text('first', keyId);
      const path = join(directory, 'keyring.json');
      const keyringText = await readFile(path, 'utf8');
      await writeFile(path, keyringText.replaceAll('"1"', '"5"'));
      await expect(openStore(await LocalKeyring.open(path)).unwrap(keyId)).rejects.toThrow(KeyVersionUnknown);
      expect(await text('first', keyId)).toBe(before);
    });
  });

  describe('destroying keys', () => {
    it('leaves tombstones and nothing else, and may be asked again', async () => {
      const { keyId } = await store.create('recording-1');
      const { wrapped } = (JSON.parse(await text('first', keyId)) as { content: { wrapped: string } }).content;
      for (let time = 0; time < 2; time += 1) {
        expect(await store.destroy(keyId)).toEqual({ first: 'removed', second: 'removed' });
        await expect(store.unwrap(keyId)).rejects.toThrow(KeyDestroyed);
        await expect(store.rewrap(keyId)).rejects.toThrow(KeyDestroyed);
        expect(await store.find(keyId)).toEqual({ keyId, state: 'destroyed', first: 'destroyed', second: 'destroyed' });
      }
      for (const copy of ['first', 'second'] as const) {
        expect(await filesUnder(at(copy))).toEqual([`${keyId}.destroyed`]);
        expect(await readFile(tombstone(copy, keyId), 'utf8')).not.toContain(wrapped);
      }
    });

    it('is not complete while a copy is left, and is completed by asking again', async () => {
      const { keyId } = await store.create('recording-1');
      // The second disk goes away in the middle, as it looks when a process is killed between the copies.
      await rename(at('second'), join(directory, 'away'));
      await writeFile(at('second'), 'not there');
      await expect(store.destroy(keyId)).rejects.toThrow();
      await rm(at('second'));
      await rename(join(directory, 'away'), at('second'));

      expect(await store.find(keyId)).toMatchObject({ state: 'destroying', first: 'destroyed', second: 'present' });
      const refusal = await store.unwrap(keyId).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ name: 'KeyDestroyed', complete: false });

      await store.destroy(keyId);
      expect(await store.find(keyId)).toMatchObject({ state: 'destroyed' });
    });

    it('says which copy had been lost before', async () => {
      const { keyId } = await store.create('recording-1');
      await rm(file('second', keyId));
      expect(await store.destroy(keyId)).toEqual({ first: 'removed', second: 'absent' });
    });

    it('is not undone by a repair or a re-wrap that runs at the same time', async () => {
      const made = await Promise.all(Array.from({ length: 40 }, (_, index) => store.create(`recording-${index}`)));
      await keyring.rotate();
      await Promise.all(
        made.flatMap(({ keyId }, index) => {
          const damaged = index % 2 === 0 ? rm(file('first', keyId)) : writeFile(file('second', keyId), '{');
          const racers = [
            () => store.unwrap(keyId),
            () => store.rewrap(keyId),
            () => store.destroy(keyId),
            () => store.unwrap(keyId),
          ];
          return racers.map((racer: () => Promise<unknown>) =>
            damaged.then(racer).catch((error: unknown) => expect(error).toBeInstanceOf(KeyDestroyed)),
          );
        }),
      );
      const states = new Set((await listed()).map(({ first, second }) => `${first} ${second}`));
      expect(states).toEqual(new Set(['destroyed destroyed']));
      for (const copy of ['first', 'second'] as const) {
        expect(await filesUnder(at(copy))).toEqual(made.map(({ keyId }) => `${keyId}.destroyed`).sort());
      }
    });

    it('is not complete while a killed repair has left something beside the tombstone', async () => {
      const { keyId } = await store.create('recording-1');
      const record = await text('first', keyId);
      await store.destroy(keyId);
      for (const leftover of [file('first', keyId), join(at('first'), keyId.slice(0, 2), `${keyId}.7a.tmp`)]) {
        await writeFile(leftover, record);
        expect(await store.find(keyId)).toMatchObject({
          state: 'destroying',
          first: 'destroying',
          second: 'destroyed',
        });
        await expect(store.unwrap(keyId)).rejects.toThrow(KeyDestroyed);
        await store.destroy(keyId);
        expect(await store.find(keyId)).toMatchObject({ state: 'destroyed' });
        expect(await filesUnder(at('first'))).toEqual([`${keyId}.destroyed`]);
      }
    });

    it.each(['', '{"content":{}}'])('stands by a tombstone that is damaged (%p)', async (damaged) => {
      const { keyId } = await store.create('recording-1');
      const record = await text('first', keyId);
      await store.destroy(keyId);
      await writeFile(tombstone('first', keyId), damaged);
      await writeFile(file('second', keyId), record);
      await expect(store.unwrap(keyId)).rejects.toThrow(KeyDestroyed);
      await store.destroy(keyId);
      expect(await store.find(keyId)).toMatchObject({ state: 'destroyed' });
    });
  });

  describe('re-wrapping', () => {
    it('moves a key to the current key-encryption key in both copies, and only once', async () => {
      const { keyId, key } = await store.create('recording-1');
      expect(await store.rewrap(keyId)).toBe('current');
      await keyring.rotate();
      expect(await store.rewrap(keyId)).toBe('rewrapped');
      expect(await store.rewrap(keyId)).toBe('current');
      expect(await text('first', keyId)).toBe(await text('second', keyId));
      expect((await store.find(keyId)).version).toBe('2');
      expect((await store.unwrap(keyId)).equals(key)).toBe(true);
    });

    it('is completed after a crash between the copies', async () => {
      const { keyId, key } = await store.create('recording-1');
      const old = await text('second', keyId);
      await keyring.rotate();
      await store.rewrap(keyId);
      for (const copy of ['first', 'second'] as const) {
        await writeFile(file(copy, keyId), old);
        expect((await store.unwrap(keyId)).equals(key)).toBe(true);
        expect(JSON.parse(await text(copy, keyId))).toMatchObject({ content: { version: '2' } });
      }
    });
  });

  it('lists every key with the state of its copies', async () => {
    const [kept, halved, gone] = [await store.create('r-1'), await store.create('r-2'), await store.create('r-3')];
    await rm(file('second', halved.keyId));
    await store.destroy(gone.keyId);
    await mkdir(join(at('first'), 'zz'));
    await writeFile(join(at('first'), 'zz', 'stray.json'), '');
    const about = { createdAt: CREATED, version: '1' };
    const expected = [
      { keyId: kept.keyId, state: 'present', first: 'present', second: 'present', recordingId: 'r-1', ...about },
      { keyId: halved.keyId, state: 'present', first: 'present', second: 'missing', recordingId: 'r-2', ...about },
      { keyId: gone.keyId, state: 'destroyed', first: 'destroyed', second: 'destroyed' },
    ];
    expect(await listed()).toEqual(expected.sort((a, b) => (a.keyId < b.keyId ? -1 : 1)));
  });
});

/** Every file under one copy, by name. */
async function filesUnder(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort();
}
