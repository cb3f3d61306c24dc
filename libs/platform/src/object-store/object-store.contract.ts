import { randomUUID } from 'node:crypto';
import { ObjectExists, ObjectMissing, type ObjectStore } from './object-store.js';
import { storageKeyFor, StorageKeyInvalid } from './storage-key.rules.js';

const MIB = 1024 * 1024;
const HOUR_MS = 3_600_000;
/** More than two parts of a multipart upload. */
const LARGE = 17 * MIB + 5;

const CONTENT = Buffer.alloc(LARGE);
for (let index = 0; index < LARGE / 4 - 1; index += 1)
  CONTENT.writeUInt32BE(Math.imul(index, 2_654_435_761) >>> 0, index * 4);

async function* chunks(bytes: Buffer, chunkBytes = MIB): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += chunkBytes) yield bytes.subarray(from, from + chunkBytes);
}

async function* brokenAfter(bytes: Buffer): AsyncGenerator<Buffer> {
  yield* chunks(bytes);
  throw new Error('caller hung up');
}

async function collect(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

async function listed(store: ObjectStore, prefix: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { key, bytes } of store.list(prefix)) found.push(`${key} ${bytes}`);
  return found;
}

const newKey = () => storageKeyFor(randomUUID());
const inAnHour = () => new Date(Date.now() + HOUR_MS);

/** What every object store must do; each driver runs it against the real thing. */
export function objectStoreContract(opened: () => ObjectStore): void {
  keepsWhatItIsGiven(opened);
  createsOnce(opened);
  leavesNothingBehind(opened);
  findsByName(opened);
}

function keepsWhatItIsGiven(opened: () => ObjectStore): void {
  it.each([0, 1, MIB + 3, 8 * MIB, LARGE])('keeps %d bytes', async (length) => {
    const [store, key] = [opened(), newKey()];
    const content = CONTENT.subarray(0, length);
    expect(await store.put(key, chunks(content, 700_001))).toEqual({ bytes: length });
    expect(await store.head(key)).toEqual({ bytes: length });
    expect((await collect(store.getRange(key, 0, length))).equals(content)).toBe(true);
  });

  it('reads any range, and less where the object ends', async () => {
    const [store, key] = [opened(), newKey()];
    await store.put(key, chunks(CONTENT));
    const ranges: [number, number][] = [
      [0, 1],
      [8 * MIB - 3, 8 * MIB + 3],
      [5, 2 * MIB],
      [LARGE - 1, LARGE + 10],
      [7, 7],
      [LARGE, LARGE + 1],
    ];
    for (const [from, to] of ranges) {
      expect((await collect(store.getRange(key, from, to))).equals(CONTENT.subarray(from, to))).toBe(true);
    }
    await expect(collect(store.getRange(key, 3, 2))).rejects.toThrow(RangeError);
    await expect(collect(store.getRange(key, -1, 2))).rejects.toThrow(RangeError);
  });

  it('can be left in the middle of a read', async () => {
    const [store, key] = [opened(), newKey()];
    await store.put(key, chunks(CONTENT));
    for await (const chunk of store.getRange(key, 0, LARGE)) {
      expect(chunk.equals(CONTENT.subarray(0, chunk.length))).toBe(true);
      break;
    }
    expect((await collect(store.getRange(key, 0, 3))).equals(CONTENT.subarray(0, 3))).toBe(true);
  });

  it('says that an object is missing', async () => {
    const [store, key] = [opened(), newKey()];
    expect(await store.head(key)).toBeNull();
    await expect(collect(store.getRange(key, 0, 10))).rejects.toThrow(ObjectMissing);
    await expect(collect(store.getRange(key, 0, 0))).rejects.toThrow(ObjectMissing);
  });
}

function createsOnce(opened: () => ObjectStore): void {
  it.each([10, LARGE])('creates an object of %d bytes once', async (length) => {
    const [store, key] = [opened(), newKey()];
    await store.put(key, chunks(CONTENT.subarray(0, length)));
    await expect(store.put(key, chunks(Buffer.alloc(length)))).rejects.toThrow(ObjectExists);
    expect((await collect(store.getRange(key, 0, length))).equals(CONTENT.subarray(0, length))).toBe(true);
  });

  it('lets one of several simultaneous writers win', async () => {
    const [store, key] = [opened(), newKey()];
    const contents = Array.from({ length: 8 }, (_, writer) => Buffer.alloc(1000 + writer, writer));
    const writes = await Promise.allSettled(contents.map((content) => store.put(key, chunks(content))));
    const won = writes.flatMap((write, writer) => (write.status === 'fulfilled' ? [writer] : []));
    const lost = writes.flatMap((write) => (write.status === 'rejected' ? [write.reason as unknown] : []));
    expect(won).toHaveLength(1);
    for (const reason of lost) expect(reason).toBeInstanceOf(ObjectExists);
    expect((await collect(store.getRange(key, 0, 2000))).equals(contents[won[0]!]!)).toBe(true);
  });

  it('does not replace an object that appeared while a large one was being written', async () => {
    const [store, key] = [opened(), newKey()];
    async function* overtaken() {
      yield* chunks(CONTENT);
      await store.put(key, chunks(Buffer.from('first')));
    }
    await expect(store.put(key, overtaken())).rejects.toThrow(ObjectExists);
    expect((await collect(store.getRange(key, 0, 10))).toString()).toBe('first');
    expect(await store.removeStaleWrites(0, inAnHour())).toEqual([]);
  });
}

function leavesNothingBehind(opened: () => ObjectStore): void {
  it.each([0, 10, LARGE])('keeps nothing of a source that fails after %d bytes', async (length) => {
    const [store, key] = [opened(), newKey()];
    await expect(store.put(key, brokenAfter(CONTENT.subarray(0, length)))).rejects.toThrow('caller hung up');
    expect(await store.head(key)).toBeNull();
    expect(await listed(store, key)).toEqual([]);
    expect(await store.removeStaleWrites(0, inAnHour())).toEqual([]);
  });

  it('removes an unfinished write, and only when it is old', async () => {
    const [store, key] = [opened(), newKey()];
    let begun = () => {};
    let revive = () => {};
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const revival = new Promise<void>((resolve) => (revive = resolve));
    async function* silent() {
      yield* chunks(CONTENT);
      begun();
      await revival;
    }
    const write = store.put(key, silent()).then(
      () => 'stored',
      () => 'failed',
    );
    await hasBegun;
    expect(await store.removeStaleWrites(2 * HOUR_MS, inAnHour())).toEqual([]);
    expect(await store.removeStaleWrites(HOUR_MS / 2, inAnHour())).toHaveLength(1);
    revive();
    expect(await write).toBe('failed');
    expect(await store.head(key)).toBeNull();
  });

  it('deletes, and does not mind that it has', async () => {
    const [store, key] = [opened(), newKey()];
    await store.put(key, chunks(CONTENT.subarray(0, 10)));
    await store.delete(key);
    await store.delete(key);
    expect(await store.head(key)).toBeNull();
    expect(await listed(store, key)).toEqual([]);
  });
}

function findsByName(opened: () => ObjectStore): void {
  it('lists by prefix, in order', async () => {
    const store = opened();
    const names = ['zz12-b', 'zz12-a', 'zz34', 'zy12'];
    for (const name of names) await store.put(storageKeyFor(name), chunks(CONTENT.subarray(0, name.length)));
    expect(await listed(store, 'zz/zz12')).toEqual(['zz/zz12-a 6', 'zz/zz12-b 6']);
    expect(await listed(store, 'zz')).toEqual(['zz/zz12-a 6', 'zz/zz12-b 6', 'zz/zz34 4']);
    expect(await listed(store, 'zy/')).toEqual(['zy/zy12 4']);
    expect(await listed(store, '')).toEqual(expect.arrayContaining(['zy/zy12 4', 'zz/zz34 4']));
  });

  it('takes no key that could name anything else', async () => {
    const store = opened();
    for (const key of ['../escape', 'ab/../../escape', '/etc/passwd', 'ab/.hidden', '.writing/abc', '']) {
      await expect(store.put(key, chunks(Buffer.from('x')))).rejects.toThrow(StorageKeyInvalid);
      await expect(collect(store.getRange(key, 0, 1))).rejects.toThrow(StorageKeyInvalid);
      await expect(store.head(key)).rejects.toThrow(StorageKeyInvalid);
      await expect(store.delete(key)).rejects.toThrow(StorageKeyInvalid);
    }
    await expect(listed(store, '../')).rejects.toThrow(StorageKeyInvalid);
  });
}
