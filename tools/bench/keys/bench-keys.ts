import { randomUUID } from 'node:crypto';
import { link, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { FileKeyStore, LocalKeyring, markKeyDirectories } from '#platform';
import { type Say } from '../main.js';

export interface KeysBench {
  /** Keys, each in two copies. */
  readonly keys: number;
}

const AT_ONCE = 100;
const DESTROYED = 50;

/** What a key store of years costs: to walk it whole, as the daily check does, and to destroy one key in it. */
export async function benchKeys({ keys }: KeysBench, say: Say): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'shouwen-bench-keys-'));
  try {
    const paths = { first: join(folder, 'keys'), second: join(folder, 'keys-copy') };
    await markKeyDirectories(paths, new Date());
    const keyProvider = await LocalKeyring.create(join(folder, 'keyring.json'));
    const store = new FileKeyStore({ ...paths, keyProvider });
    const ids = await generate(store, keys);
    say(`${keys} keys in two copies: ${keys * 2} files`);
    await walk(store, keys, say);
    await destroy(store, ids, say);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Names that one file may have on usual file systems, with room; each key takes two. */
const NAMES = 60_000;

/** A few files under every id: the walk reads their names and opens none. Names cost no inodes, and are made quickly. */
async function generate(store: FileKeyStore, keys: number): Promise<string[]> {
  const ids: string[] = [];
  const made = new Set<string>();
  let template = '';
  const one = async (): Promise<void> => {
    const keyId = randomUUID();
    const [first, second] = [store.paths.first, store.paths.second].map((root) =>
      join(root, keyId.slice(0, 2), keyId.slice(2, 4)),
    ) as [string, string];
    if (!made.has(first)) await Promise.all([first, second].map((at) => mkdir(at, { recursive: true })));
    made.add(first);
    await Promise.all([first, second].map((at) => link(template, join(at, `${keyId}.json`))));
    if (ids.length < DESTROYED) ids.push(keyId);
  };
  for (let at = 0; at < keys; at += AT_ONCE) {
    if (at % (NAMES / 2) < AT_ONCE) {
      template = join(dirname(store.paths.first), `template-${at}`);
      await writeFile(template, JSON.stringify({ content: { keyId: 'none' }, sha256: 'x'.repeat(300) }));
    }
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, keys - at) }, one));
  }
  return ids;
}

async function walk(store: FileKeyStore, keys: number, say: Say): Promise<void> {
  collect();
  const [before, began] = [process.memoryUsage().rss, performance.now()];
  let [found, most] = [0, 0];
  for await (const entries of store.pages()) {
    found += entries.length;
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

/** What is left over from making them is not the walk's. */
function collect(): void {
  setFlagsFromString('--expose_gc');
  (runInNewContext('gc') as () => void)();
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);
