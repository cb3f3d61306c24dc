import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderWalk } from './folder-walk.js';

const NOW = Date.now();
const LONG = 10 * 60_000;
const root = mkdtempSync(join(tmpdir(), 'shouwen-walk-'));
afterAll(() => rmSync(root, { recursive: true }));

const put = (name: string) => writeFileSync(join(root, name), 'x');

describe('a directory where something always waits', () => {
  const walk = new FolderWalk((name) => name.replace(/\.[^.]+$/, ''));
  /** The names of the files that were looked at; of all but the last nothing is to be done any more. */
  async function looked(at: number): Promise<string[]> {
    const names: string[] = [];
    for await (const { directory, files } of walk.walk(root, at)) {
      names.push(...files.map(({ name }) => name));
      walk.rest(directory, files, ({ name }) => name !== 'waits.wav', at);
      walk.keepsBusy(directory);
    }
    return names.toSorted();
  }

  it('is looked at where something waits or is new, and all of it only after a while or when a person asks', async () => {
    for (const name of ['done.wav', 'waits.wav', 'waits.json']) put(name);
    expect(await looked(NOW)).toEqual(['done.wav', 'waits.json', 'waits.wav']);
    expect(await looked(NOW + 3000)).toEqual(['waits.json', 'waits.wav']);
    put('done.json');
    expect(await looked(NOW + 6000)).toEqual(['done.json', 'done.wav', 'waits.json', 'waits.wav']);
    expect(await looked(NOW + 9000)).toEqual(['waits.json', 'waits.wav']);
    expect(await looked(NOW + 6000 + LONG)).toHaveLength(4);
    expect(await looked(NOW + 9000 + LONG)).toHaveLength(2);
    walk.wakes('');
    expect(await looked(NOW + 12_000 + LONG)).toHaveLength(4);
  });
});
