import { constants } from 'node:fs';
import { open, readlink, realpath, stat, type FileHandle } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { type FolderProblem } from '#contracts';
import { type Env } from '#platform';
import { type SeenFile } from '#telephony/rules';
import { mayWatch, type WatchableFolders } from './ways.rules.js';

/** A file that is open, and that lies where its name says. */
export interface OpenFile {
  handle: FileHandle;
  size: number;
  modifiedAt: number;
  inode: string;
}

/** What the settings allow, with links followed: an allowed directory may itself be one. */
export const groundsOf = (env: Env): WatchableFolders => ({
  allowed: env.watchedDirs,
  own: [env.dataDir, env.objectDir, env.keyDir, env.keyCopyDir],
});

/** Where a watched folder really lies, or why it is not read. It is looked up each time: what was allowed may have become a link. */
export async function rootOf(
  path: string,
  grounds: WatchableFolders,
): Promise<{ root: string } | { problem: FolderProblem }> {
  if (!mayWatch(path, grounds)) return { problem: 'not_allowed' };
  try {
    const root = await realpath(path);
    const real = { allowed: await reals(grounds.allowed), own: await reals(grounds.own) };
    if (!mayWatch(root, real)) return { problem: 'not_allowed' };
    return (await stat(root)).isDirectory() ? { root } : { problem: 'missing' };
  } catch (error) {
    return { problem: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable' };
  }
}

const reals = (paths: readonly string[]): Promise<string[]> =>
  Promise.all(paths.map((path) => realpath(path).catch(() => resolve(path))));

/**
 * Opens a file of the folder for reading. Null: it is gone, is no file, or a link leads elsewhere. A writer of the folder may put one
 * there at any moment, so that it is asked where that lies which was opened.
 */
export async function openWithin(root: string, name: string): Promise<OpenFile | null> {
  const path = join(root, name);
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(() => null);
  if (!handle) return null;
  try {
    const about = await handle.stat({ bigint: true });
    if (about.isFile() && (await liesAt(handle, path)))
      return {
        ...{ handle, size: Number(about.size), modifiedAt: Number(about.mtimeMs) },
        inode: `${about.dev}:${about.ino}`,
      };
  } catch {
    // It was moved away meanwhile.
  }
  await handle.close();
  return null;
}

/** The way to what is open, whatever its name leads to by now; null where the system has none. */
export const wayOf = ({ fd }: FileHandle): string | null =>
  process.platform === 'linux' ? `/proc/self/fd/${fd}` : null;

/** Whether what is open lies where its path says, without a link on the way. */
export async function liesAt(handle: FileHandle, path: string): Promise<boolean> {
  const way = wayOf(handle);
  if (way !== null) return (await readlink(way)) === path;
  const [about, there] = [await handle.stat({ bigint: true }), await stat(path, { bigint: true })];
  return there.ino === about.ino && there.dev === about.dev && (await realpath(path)) === path;
}

export const isAsSeen = (open: Pick<OpenFile, 'size' | 'modifiedAt'>, file: SeenFile): boolean =>
  open.size === file.size && open.modifiedAt === file.modifiedAt;

/** More came of a file while it was read. */
export class StillWritten extends Error {
  override readonly name = 'StillWritten';
}

/** The bytes that were seen; they are not whole until it is sure that no more came meanwhile: else they end with {@link StillWritten}. */
export function asSeen({ handle }: OpenFile, file: SeenFile): Readable {
  return Readable.from(bytes());
  async function* bytes(): AsyncGenerator<Buffer> {
    for await (const chunk of handle.createReadStream({ start: 0, end: file.size - 1, autoClose: false }))
      yield chunk as Buffer;
    const now = await handle.stat({ bigint: true });
    if (!isAsSeen({ size: Number(now.size), modifiedAt: Number(now.mtimeMs) }, file)) throw new StillWritten(file.name);
  }
}

/** The text of a small file; null where it is larger, or gone. */
export async function readSmall(root: string, name: string, mostBytes: number): Promise<string | null> {
  const file = await openWithin(root, name);
  if (!file) return null;
  try {
    return file.size <= mostBytes ? await file.handle.readFile('utf8') : null;
  } finally {
    await file.handle.close();
  }
}
