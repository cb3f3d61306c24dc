import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { FileKeyStore, LocalKeyring, markKeyDirectories, type KeyDirectoryPaths } from '#platform';
import { type Say } from '../say.js';

export interface KeysBench {
  /** Keys, each in two copies. */
  readonly keys: number;
}

const run = promisify(execFile);

/** What a key store of years costs: to walk it whole, as the daily check does, and to destroy one key in it. */
export async function benchKeys({ keys }: KeysBench, say: Say): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'shouwen-bench-keys-'));
  try {
    const paths = { first: join(folder, 'keys'), second: join(folder, 'keys-copy') };
    await markKeyDirectories(paths, new Date());
    const keyProvider = await LocalKeyring.create(join(folder, 'keyring.json'));
    const store = new FileKeyStore({ ...paths, keyProvider });
    const ids = await generate(paths, keys);
    say(`${keys} keys in two copies: ${keys * 2} files`);
    await walk(store, keys, say);
    await destroy(store, ids, say);
  } finally {
    await run('rm', ['-rf', folder]);
  }
}

/** A key file for every id, in a process of its own. @returns some of the ids */
async function generate({ first, second }: KeyDirectoryPaths, keys: number): Promise<string[]> {
  const command = [join(import.meta.dirname, 'generate-keys.js'), first, second, String(keys)];
  return JSON.parse((await run(process.execPath, command)).stdout) as string[];
}

async function walk(store: FileKeyStore, keys: number, say: Say): Promise<void> {
  collect();
  const [before, began] = [process.memoryUsage().rss, performance.now()];
  let [found, most] = [0, 0];
  for await (const entries of store.pages()) {
    found += entries.filter(({ state }) => state === 'present').length;
    most = Math.max(most, process.memoryUsage().rss);
  }
  if (found !== keys) throw new Error(`${found} of ${keys} keys were found`);
  collect();
  const [peak, kept] = [most, process.memoryUsage().rss].map((rss) =>
    Math.max(0, Math.round((rss - before) / 2 ** 20)),
  );
  say(`walked whole in ${seconds(began)} s, memory at most +${peak} MiB, afterwards +${kept} MiB`);
  const names = performance.now();
  for await (const entries of store.pages({ ending: '.destroyed' })) found += entries.length;
  say(`tombstones alone in ${seconds(names)} s`);
}

async function destroy(store: FileKeyStore, ids: readonly string[], say: Say): Promise<void> {
  const began = performance.now();
  for (const keyId of ids) await store.destroy(keyId);
  say(`one key destroyed in ${((performance.now() - began) / ids.length).toFixed(1)} ms, both copies durable`);
}

/** What is left over from starting is not the walk's. */
function collect(): void {
  setFlagsFromString('--expose_gc');
  (runInNewContext('gc') as () => void)();
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);
