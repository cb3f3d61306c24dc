import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
    // The second disk goes away in the middle, as it looks when a process is killed between the copies.
    await rename(on.at('second'), join(on.directory, 'away'));
    await writeFile(on.at('second'), 'not there');
    await expect(on.store.destroy(keyId)).rejects.toThrow();
    await rm(on.at('second'));
    await rename(join(on.directory, 'away'), on.at('second'));

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
    for (const leftover of [on.file('first', keyId), join(on.at('first'), keyId.slice(0, 2), `${keyId}.7a.tmp`)]) {
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
