/*
 * How a file is put aside
 *   1. Its row says why, and where it is to lie: below the folder's `quarantine`, under a name of its own.
 *   2. It is moved there. Where that cannot be, because the folder is not ours to write, it stays, and the row is all that there is.
 *   3. The row says that it was moved.
 * Killed between two of them, the next look does what is left. Nothing is ever written over another file.
 */
import { constants } from 'node:fs';
import { link, lstat, mkdir, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { liesAt, wayOf } from './folder-root.js';
import { ASIDE } from './folder-walk.js';

/** @param id of its row, so that two files of one name lie beside each other */
export const asideName = (id: string, name: string): string =>
  `${ASIDE}/${id.slice(0, 8)}-${name.slice(name.lastIndexOf('/') + 1)}`;

/** @returns whether it lies there now; false: it cannot be moved, or was not where it was to be */
export async function move(root: string, from: string, to: string): Promise<boolean> {
  const [source, target] = [join(root, from), join(root, to)];
  try {
    if (!(await isFolder(dirname(target)))) await mkdir(dirname(target));
  } catch {
    return false;
  }
  await using ends = new AsyncDisposableStack();
  try {
    // A writer of the folder may put a link in the place of a directory at any moment: what is open stays the directory that it is.
    const at = async (path: string): Promise<string> => {
      const directory = await open(dirname(path), constants.O_RDONLY | constants.O_DIRECTORY);
      ends.defer(() => directory.close());
      if (!(await liesAt(directory, dirname(path)))) throw new Error('a link leads out of the folder');
      return join(wayOf(directory) ?? dirname(path), basename(path));
    };
    const [here, there] = [await at(source), await at(target)];
    if (!(await isFile(here))) return await isFile(there);
    await linkOver(here, there);
    return true;
  } catch {
    return false;
  }
}

/** A link fails where a name is taken, a rename would write over it; a killed one leaves both names, and is done again. */
async function linkOver(source: string, target: string): Promise<void> {
  try {
    await link(source, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && !(await isSame(source, target))) throw error;
    if (code !== 'EEXIST') {
      // A file system without links.
      if (await lstat(target).catch(() => null)) throw error;
      return rename(source, target);
    }
  }
  await unlink(source);
}

/** A link that leads elsewhere is none: then `mkdir` says that the name is taken. */
const isFolder = async (path: string): Promise<boolean> =>
  (await lstat(path).catch(() => null))?.isDirectory() === true;

const isFile = async (path: string): Promise<boolean> => (await lstat(path).catch(() => null))?.isFile() === true;

async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([lstat(one), lstat(other)]);
  return a.ino === b.ino && a.dev === b.dev;
}
