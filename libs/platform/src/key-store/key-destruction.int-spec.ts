import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { KEY_MARKER } from './key-marker.js';
import { KeyDestroyed } from './key-store.js';
import { KeyStoreFixture } from './key-store.fixture.js';

describe('destroying keys', () => {
  let on: KeyStoreFixture;

  beforeEach(async () => {
    on = await KeyStoreFixture.make();
  });

  afterEach(() => on.remove());

  it('leaves tombstones and nothing else, and may be asked again', async () => {
    const { keyId } = await on.store.create('recording-1');
    const { wrapped } = (JSON.parse(await on.text('first', keyId)) as { content: { wrapped: string } }).content;
    for (let time = 0; time < 2; time += 1) {
      expect(await on.store.destroy(keyId)).toEqual({ first: 'removed', second: 'removed' });
      await expect(on.store.unwrap(keyId)).rejects.toThrow(KeyDestroyed);
      await expect(on.store.rewrap(keyId)).rejects.toThrow(KeyDestroyed);
      expect(await on.store.find(keyId)).toEqual({
        keyId,
        state: 'destroyed',
        first: 'destroyed',
        second: 'destroyed',
      });
    }
    for (const copy of ['first', 'second'] as const) {
      expect(await on.filesIn(copy)).toEqual([`${keyId}.destroyed`]);
      expect(await readFile(on.tombstone(copy, keyId), 'utf8')).not.toContain(wrapped);
    }
  });

  it('is not complete while a copy is left, and is completed by asking again', async () => {
    const { keyId } = await on.store.create('recording-1');
    // As it looks when a process is killed between the copies: the second cannot be written to.
    const folder = dirname(on.file('second', keyId));
    await rename(folder, join(on.directory, 'away'));
    await writeFile(folder, 'in the way');
    await expect(on.store.destroy(keyId)).rejects.toThrow();
    await rm(folder);
    await rename(join(on.directory, 'away'), folder);

    expect(await on.store.find(keyId)).toMatchObject({ state: 'destroying', first: 'destroyed', second: 'present' });
    const refusal = await on.store.unwrap(keyId).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'KeyDestroyed', complete: false });

    await on.store.destroy(keyId);
    expect(await on.store.find(keyId)).toMatchObject({ state: 'destroyed' });
  });

  it('says which copy had been lost before', async () => {
    const { keyId } = await on.store.create('recording-1');
    await rm(on.file('second', keyId));
    expect(await on.store.destroy(keyId)).toEqual({ first: 'removed', second: 'absent' });
  });

  it('is not undone by a repair or a re-wrap that runs at the same time', async () => {
    const made = await Promise.all(Array.from({ length: 40 }, (_, index) => on.store.create(`recording-${index}`)));
    await on.keyring.rotate();
    await Promise.all(
      made.flatMap(({ keyId }, index) => {
        const damaged = index % 2 === 0 ? rm(on.file('first', keyId)) : writeFile(on.file('second', keyId), '{');
        const racers = [
          () => on.store.unwrap(keyId),
          () => on.store.rewrap(keyId),
          () => on.store.destroy(keyId),
          () => on.store.unwrap(keyId),
        ];
        return racers.map((racer: () => Promise<unknown>) =>
          damaged.then(racer).catch((error: unknown) => expect(error).toBeInstanceOf(KeyDestroyed)),
        );
      }),
    );
    const states = new Set((await on.listed()).map(({ first, second }) => `${first} ${second}`));
    expect(states).toEqual(new Set(['destroyed destroyed']));
    for (const copy of ['first', 'second'] as const) {
      expect(await on.filesIn(copy)).toEqual(made.map(({ keyId }) => `${keyId}.destroyed`).sort());
    }
  });

  it('is not complete while a killed repair has left something beside the tombstone', async () => {
    const { keyId } = await on.store.create('recording-1');
    const record = await on.text('first', keyId);
    await on.store.destroy(keyId);
    for (const leftover of [on.file('first', keyId), join(dirname(on.file('first', keyId)), `${keyId}.7a.tmp`)]) {
      await writeFile(leftover, record);
      expect(await on.store.find(keyId)).toMatchObject({
        state: 'destroying',
        first: 'destroying',
        second: 'destroyed',
      });
      await expect(on.store.unwrap(keyId)).rejects.toThrow(KeyDestroyed);
      await on.store.destroy(keyId);
      expect(await on.store.find(keyId)).toMatchObject({ state: 'destroyed' });
      expect(await on.filesIn('first')).toEqual([`${keyId}.destroyed`]);
    }
  });

  it.each(['', '{"content":{}}'])('stands by a tombstone that is damaged (%p)', async (damaged) => {
    const { keyId } = await on.store.create('recording-1');
    const record = await on.text('first', keyId);
    await on.store.destroy(keyId);
    await writeFile(on.tombstone('first', keyId), damaged);
    await writeFile(on.file('second', keyId), record);
    await expect(on.store.unwrap(keyId)).rejects.toThrow(KeyDestroyed);
    await on.store.destroy(keyId);
    expect(await on.store.find(keyId)).toMatchObject({ state: 'destroyed' });
  });
});

describe('a key directory without its mark', () => {
  let on: KeyStoreFixture;

  beforeEach(async () => {
    on = await KeyStoreFixture.make();
  });

  afterEach(() => on.remove());

  const unmarked = { code: 'key_directory_unmarked', kind: 'unavailable', fault: 'storage' };

  /** As it looks when the second disk is not mounted: its folder, on the first disk, is empty. */
  async function unmount() {
    const away = `${on.at('second')}-away`;
    await rename(on.at('second'), away);
    await mkdir(on.at('second'));
    return async () => {
      await rm(on.at('second'), { recursive: true });
      await rename(away, on.at('second'));
    };
  }

  it('is never written to: no key is made, none is repaired, and none is called destroyed', async () => {
    const { keyId, key } = await on.store.create('recording-1');
    const mount = await unmount();
    await expect(on.store.create('recording-2')).rejects.toMatchObject(unmarked);
    await expect(on.store.destroy(keyId)).rejects.toMatchObject(unmarked);
    await expect(on.store.certify(keyId, 'DC-000001')).rejects.toMatchObject(unmarked);
    await expect(on.store.settle('ab')).rejects.toMatchObject(unmarked);
    expect((await on.store.unwrap(keyId)).equals(key)).toBe(true);
    expect(on.repairs).toMatchObject([{ keyId, copy: 'second', error: unmarked }]);
    expect(await on.filesIn('second')).toEqual([]);
    await mount();
    expect(await on.store.destroy(keyId)).toEqual({ first: 'removed', second: 'removed' });
    expect(await on.filesIn('second')).toEqual([`${keyId}.destroyed`]);
  });

  it('is told from two that are one, and from that of another installation', async () => {
    const mark = (copy: 'first' | 'second') => join(on.at(copy), KEY_MARKER);
    const own = await readFile(mark('second'), 'utf8');
    await writeFile(mark('second'), await readFile(mark('first'), 'utf8'));
    await expect(on.store.create('recording-1')).rejects.toMatchObject({ code: 'key_directory_same' });
    await writeFile(mark('second'), own.replace(/"installation": "[^"]{8}/, '"installation": "00000000'));
    await expect(on.store.create('recording-1')).rejects.toMatchObject({ code: 'key_directory_foreign' });
    await writeFile(mark('second'), 'no mark');
    await expect(on.store.create('recording-1')).rejects.toMatchObject(unmarked);
  });
});

describe('the folders of earlier releases', () => {
  let on: KeyStoreFixture;

  beforeEach(async () => {
    on = await KeyStoreFixture.make();
  });

  afterEach(() => on.remove());

  it('are read, re-wrapped, repaired and destroyed as they are', async () => {
    const [read, rewrapped, destroyed] = await Promise.all(['r-1', 'r-2', 'r-3'].map((id) => on.store.create(id)));
    for (const { keyId } of [read!, rewrapped!, destroyed!])
      for (const copy of ['first', 'second'] as const) await on.asFormerly(copy, keyId);
    expect((await on.store.unwrap(read!.keyId)).equals(read!.key)).toBe(true);
    expect(on.repairs).toEqual([]);
    await on.keyring.rotate();
    await on.store.rewrap(rewrapped!.keyId);
    expect((await on.store.find(rewrapped!.keyId)).versions).toEqual(['2', '2']);
    expect(await on.store.destroy(destroyed!.keyId)).toEqual({ first: 'removed', second: 'removed' });
    expect(await on.store.find(destroyed!.keyId)).toMatchObject({ state: 'destroyed' });
    expect((await on.filesIn('first')).filter((name) => name.startsWith(rewrapped!.keyId))).toHaveLength(1);
    expect((await on.listed()).map(({ keyId }) => keyId)).toEqual(
      [read!, rewrapped!, destroyed!].map(({ keyId }) => keyId).sort(),
    );
  });

  it('are emptied a shard at a time, keys and tombstones, and again after a crash', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, (_, index) => on.store.create(`r-${index}`)));
    const gone = made.slice(0, 4);
    for (const { keyId } of gone) await on.store.destroy(keyId);
    for (const { keyId } of made) for (const copy of ['first', 'second'] as const) await on.asFormerly(copy, keyId);
    // Killed between link and unlink: the file has both names.
    const { keyId: both } = made[5]!;
    await mkdir(dirname(on.file('first', both)), { recursive: true });
    await link(join(on.at('first'), both.slice(0, 2), `${both}.json`), on.file('first', both));
    const before = await on.listed();
    const shards = new Set(made.map(({ keyId }) => keyId.slice(0, 2)));
    for (const shard of shards) await on.store.settle(shard);
    expect(await on.listed()).toEqual(before);
    for (const { keyId } of made)
      for (const copy of ['first', 'second'] as const)
        expect((await readdir(join(on.at(copy), keyId.slice(0, 2)))).filter((name) => name.length > 2)).toEqual([]);
    for (const shard of shards) expect(await on.store.settle(shard)).toBe(0);
    for (const { keyId, key } of made.slice(4)) expect((await on.store.unwrap(keyId)).equals(key)).toBe(true);
  });

  it('keep a key where it is while it has a tombstone, which decides nothing there', async () => {
    const { keyId } = await on.store.create('recording-1');
    await on.asFormerly('first', keyId);
    await writeFile(on.tombstone('first', keyId), '');
    await on.store.settle(keyId.slice(0, 2));
    expect((await on.filesIn('first')).sort()).toEqual([`${keyId}.destroyed`, `${keyId}.json`]);
    expect(await on.store.find(keyId)).toMatchObject({ first: 'destroying', second: 'present' });
  });

  it('never bring a key back that is destroyed while it moves', async () => {
    const made = await Promise.all(Array.from({ length: 40 }, (_, index) => on.store.create(`r-${index}`)));
    for (const { keyId } of made) for (const copy of ['first', 'second'] as const) await on.asFormerly(copy, keyId);
    const shards = [...new Set(made.map(({ keyId }) => keyId.slice(0, 2)))];
    await Promise.all([
      ...shards.map((shard) => on.store.settle(shard)),
      ...made.map(({ keyId }) => on.store.destroy(keyId)),
      ...shards.map((shard) => on.open(on.keyring).settle(shard)),
    ]);
    const states = new Set((await on.listed()).map(({ first, second }) => `${first} ${second}`));
    expect(states).toEqual(new Set(['destroyed destroyed']));
  });
});
