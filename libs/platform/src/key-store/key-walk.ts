/*
 * The ids in both directories of a key store, a folder at a time: what is in memory is one folder's ids, whatever the store holds. Of the
 * layout of earlier releases it is one of 256 folders.
 */
import { join } from 'node:path';
import { namesIn } from './key-files.js';
import { idIn, SHARD } from './key-paths.rules.js';

export interface WalkOnly {
  /** Ids that begin with these two letters. */
  readonly shard?: string | undefined;
  /** Only of files with this ending. */
  readonly ending?: '.json' | '.destroyed';
}

/** Sorted, and each once. A file that moves to its new folder meanwhile is not missed: the former folder is read first. */
export async function* walkKeyIds(
  roots: readonly string[],
  { shard, ending }: WalkOnly = {},
): AsyncGenerator<string[], void, undefined> {
  for (const letters of shard === undefined ? await foldersIn(roots) : [shard]) {
    const former = await Promise.all(roots.map((root) => namesIn(join(root, letters))));
    const byFolder = new Map<string, Set<string>>();
    for (const name of former.flat()) {
      if (SHARD.test(name)) byFolder.set(name, byFolder.get(name) ?? new Set());
      const id = idIn(name, ending);
      if (id) byFolder.set(id.slice(2, 4), (byFolder.get(id.slice(2, 4)) ?? new Set()).add(id));
    }
    for (const folder of [...byFolder.keys()].sort()) {
      const ids = byFolder.get(folder) ?? new Set();
      byFolder.delete(folder);
      const names = await Promise.all(roots.map((root) => namesIn(join(root, letters, folder))));
      for (const name of names.flat()) {
        const id = idIn(name, ending);
        if (id) ids.add(id);
      }
      if (ids.size > 0) yield [...ids].sort();
    }
  }
}

async function foldersIn(roots: readonly string[]): Promise<string[]> {
  const names = await Promise.all(roots.map((root) => namesIn(root)));
  return [...new Set(names.flat().filter((name) => SHARD.test(name)))].sort();
}
