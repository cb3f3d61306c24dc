/*
 * The ids in both directories of a key store, a folder at a time: only one folder's ids are in memory, however large the store. Of the
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

/**
 * A key, and what the names of its files say. `whole`: in each copy a key file and nothing else, `destroyed`: in each copy a tombstone and
 * nothing else, both where they belong. Of any other the files have to be asked.
 */
export interface WalkedKey {
  readonly keyId: string;
  readonly names: 'whole' | 'destroyed' | 'other';
}

/** What follows the id in the names of its files, with the number of the copy. */
type Endings = Map<string, string[]>;

/** Sorted, and each once. A file that moves to its new folder meanwhile is not missed: the former folder is read first. */
export async function* walkKeys(
  roots: readonly [string, string],
  { shard, ending }: WalkOnly = {},
): AsyncGenerator<WalkedKey[], void, undefined> {
  for (const letters of shard === undefined ? await foldersIn(roots) : [shard]) {
    const former = await Promise.all(roots.map((root) => namesIn(join(root, letters))));
    const byFolder = new Map<string, Endings>();
    for (const name of former.flat()) {
      const id = idIn(name);
      const folder = id?.slice(2, 4) ?? name;
      if (!SHARD.test(folder)) continue;
      const found = byFolder.get(folder) ?? new Map<string, string[]>();
      byFolder.set(folder, found);
      if (id) note(found, id, `former${name.slice(id.length)}`);
    }
    for (const folder of [...byFolder.keys()].sort()) {
      const found = byFolder.get(folder) ?? new Map<string, string[]>();
      byFolder.delete(folder);
      const names = await Promise.all(roots.map((root) => namesIn(join(root, letters, folder))));
      for (const [copy, those] of names.entries())
        for (const name of those) {
          const id = idIn(name);
          if (id) note(found, id, `${copy}${name.slice(id.length)}`);
        }
      const keys = [...found].filter(
        ([, endings]) => ending === undefined || endings.some((one) => endsSo(one, ending)),
      );
      if (keys.length > 0) yield keys.map(walked).sort((a, b) => (a.keyId < b.keyId ? -1 : 1));
    }
  }
}

function note(found: Endings, id: string, ending: string): void {
  const before = found.get(id);
  if (before) before.push(ending);
  else found.set(id, [ending]);
}

/** `0.json`, and not `0.<another id>.json`. */
const endsSo = (one: string, ending: string): boolean => one.slice(one.indexOf('.')) === ending;

function walked([keyId, endings]: [string, string[]]): WalkedKey {
  const all = endings.join(' ');
  return {
    keyId,
    names: all === '0.json 1.json' ? 'whole' : all === '0.destroyed 1.destroyed' ? 'destroyed' : 'other',
  };
}

async function foldersIn(roots: readonly string[]): Promise<string[]> {
  const names = await Promise.all(roots.map((root) => namesIn(root)));
  return [...new Set(names.flat().filter((name) => SHARD.test(name)))].sort();
}
