/*
 * Moves what earlier releases kept in `ab/` into `ab/cd/`, a folder at a time; killed anywhere, the next run does the rest
 *   link, sync, unlink     a file has one of its names at every moment, and readers look at the former one first
 *   never over another     what is in the new place was written since, and is newer
 *   not beside a tombstone a key that has one stays where it is: whether the tombstone counts is not decided here
 *   tombstone afterwards   as every writer that puts a key in its place: a destruction that began meanwhile is completed
 */
import { link, opendir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { failedWith, makeDirectory, syncDirectory } from '../object-store/durable-directory.js';
import { type KeyDirectory } from './key-directory.js';
import { folderOf, idIn } from './key-paths.rules.js';

const AT_ONCE = 500;

/** @returns how many files have moved, durably */
export async function moveFormerKeys(directory: KeyDirectory, shard: string): Promise<number> {
  const former = join(directory.path, shard);
  let moved = 0;
  for await (const names of filesIn(former)) {
    const due: string[] = [];
    for (const name of names) if (await mayMove(directory, name)) due.push(name);
    await moveFiles(directory.path, former, due);
    for (const name of due) if (idIn(name, '.json')) await directory.completeIfBuried(idIn(name)!);
    moved += due.length;
  }
  return moved;
}

const mayMove = async (directory: KeyDirectory, name: string): Promise<boolean> =>
  idIn(name, '.destroyed') !== null || !(await directory.isBuried(idIn(name)!));

async function moveFiles(root: string, former: string, names: readonly string[]): Promise<void> {
  const folders = new Set(names.map((name) => folderOf(root, idIn(name)!)));
  for (const folder of folders) await makeDirectory(folder);
  for (const name of names) await link(join(former, name), join(folderOf(root, idIn(name)!), name)).catch(unlessGone);
  for (const folder of folders) await syncDirectory(folder);
  for (const name of names) await unlink(join(former, name)).catch(unlessGone);
  if (names.length > 0) await syncDirectory(former);
}

/** Another process was ahead, or what is there is newer. */
function unlessGone(error: unknown): void {
  if (!failedWith(error, 'EEXIST') && !failedWith(error, 'ENOENT')) throw error;
}

/** What a killed write left beside them stays where the destruction of the key looks for it. */
async function* filesIn(former: string): AsyncGenerator<string[], void, undefined> {
  const folder = await opendir(former).catch((error: unknown) => {
    if (failedWith(error, 'ENOENT')) return null;
    throw error;
  });
  let names: string[] = [];
  for await (const entry of folder ?? []) {
    if (entry.isFile() && (idIn(entry.name, '.json') ?? idIn(entry.name, '.destroyed'))) names.push(entry.name);
    if (names.length < AT_ONCE) continue;
    yield names;
    names = [];
  }
  if (names.length > 0) yield names;
}
