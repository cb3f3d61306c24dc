import { randomUUID } from 'node:crypto';
import { mock } from 'node:test';
import { type FileKeyStore } from './file-key-store.js';
import { OpenKeys } from './open-keys.js';

/** A key store of which another process has a copy, too. */
function store() {
  const keys = new Map<string, Buffer>();
  return {
    create: () => {
      const [keyId, key] = [randomUUID(), Buffer.alloc(32, 7)];
      keys.set(keyId, Buffer.from(key));
      return Promise.resolve({ keyId, key });
    },
    unwrap: (keyId: string) => {
      const key = keys.get(keyId);
      return key ? Promise.resolve(Buffer.from(key)) : Promise.reject(new Error('destroyed'));
    },
    destroy: (keyId: string) => Promise.resolve(keys.delete(keyId)),
  };
}

const over = (keys: ReturnType<typeof store>): OpenKeys => new OpenKeys(keys as unknown as FileKeyStore);

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

describe('a key that a process opened', () => {
  it('is opened once, and no more ten minutes after another process destroyed it', async () => {
    const keys = store();
    const { keyId } = await keys.create();
    const [here, there] = [over(keys), over(keys)];
    const key = await here.open(keyId);
    expect(await here.open(keyId)).toBe(key);
    await there.destroy(keyId);
    mock.timers.tick(599_999);
    expect(await here.open(keyId)).toBe(key);
    mock.timers.tick(1);
    await expect(here.open(keyId)).rejects.toThrow('destroyed');
  });

  it('is zeroed at once where it is destroyed, and where the process ends', async () => {
    const keys = store();
    const here = over(keys);
    const [one, other] = [(await keys.create()).keyId, (await keys.create()).keyId];
    const [first, second] = [await here.open(one), await here.open(other)];
    await here.destroy(one);
    expect([first[0], second[0]]).toEqual([0, 7]);
    await expect(here.open(one)).rejects.toThrow('destroyed');
    here.closeAll();
    expect(second[0]).toBe(0);
  });

  it('is one where it is opened twice at once, and not kept where it is destroyed meanwhile', async () => {
    const keys = store();
    const here = over(keys);
    const { keyId } = await keys.create();
    const [first, second] = await Promise.all([here.open(keyId), here.open(keyId)]);
    expect([second === first, first[0]]).toEqual([true, 7]);
    const other = (await keys.create()).keyId;
    const unwrapped = await keys.unwrap(other);
    let give = (_: Buffer<ArrayBuffer>): void => undefined;
    keys.unwrap = () => new Promise<Buffer<ArrayBuffer>>((resolve) => (give = resolve));
    const late = here.open(other);
    await here.destroy(other);
    give(unwrapped);
    await expect(late).rejects.toThrow('destroyed');
    expect(unwrapped[0]).toBe(0);
  });

  it('is the first that was made, and those of other processes are taken back', async () => {
    const keys = store();
    let row: string | undefined;
    const made: string[] = [];
    const find = () => Promise.resolve(row);
    // Both asked before either wrote.
    const write = (keyId: string) => {
      made.push(keyId);
      row ??= keyId;
      return Promise.resolve(row === keyId);
    };
    const both = await Promise.all([over(keys), over(keys)].map((one) => one.findOrMake('customers', { find, write })));
    expect(both).toEqual([row, row]);
    expect(made).toHaveLength(2);
    await expect(keys.unwrap(made.find((one) => one !== row) ?? '')).rejects.toThrow('destroyed');
  });
});
