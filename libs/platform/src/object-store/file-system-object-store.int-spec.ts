import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKey, openRange, sealStream } from '../encryption/index.js';
import { FileSystemObjectStore } from './file-system-object-store.js';
import { objectStoreContract } from './object-store.contract.js';

describe('the file system object store', () => {
  let directory: string;
  let store: FileSystemObjectStore;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'shouwen-objects-'));
    store = new FileSystemObjectStore({ directory: join(directory, 'made', 'on-demand') });
  });

  afterAll(() => rm(directory, { recursive: true }));

  objectStoreContract(() => store);

  async function* once(text: string) {
    yield Buffer.from(text);
  }

  it('writes files that their owner alone can read, and leaves no other behind', async () => {
    await store.put('ow/owner-only', once('x'));
    const root = join(directory, 'made', 'on-demand');
    expect((await stat(join(root, 'ow', 'owner-only'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(root, 'ow'))).mode & 0o777).toBe(0o700);
    expect(await readdir(join(root, '.writing'))).toEqual([]);
  });

  it('keeps a sealed stream so that its ranges open and the disk shows nothing of it', async () => {
    const canary = 'canary-4b1d9e'.repeat(20_000);
    const identity = { objectId: 'sealed-one', kind: 'original', objectKey: newKey() };
    const sealed = sealStream(once(canary), identity);
    const { bytes } = await store.put('se/sealed-one', sealed);
    const { sealedBytes, segments, plainBytes } = sealed.result();
    expect(bytes).toBe(sealedBytes);
    const file = await readFile(join(directory, 'made', 'on-demand', 'se', 'sealed-one'));
    expect(file.includes('canary-4b1d9e')).toBe(false);
    const readRange = (from: number, to: number) => store.getRange('se/sealed-one', from, to);
    let opened = '';
    for await (const chunk of openRange({ ...identity, segments, plainBytes, readRange }, 100_001, 200_000))
      opened += chunk;
    expect(opened).toBe(canary.slice(100_001, 200_000));
  });
});
