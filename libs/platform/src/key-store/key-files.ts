import { open, readdir, stat, unlink } from 'node:fs/promises';
import { failedWith } from '../object-store/durable-directory.js';

/** Removes a file and overwrites what it held: as much as a modern disk lets a program do. */
export async function eraseFile(path: string): Promise<void> {
  const file = await open(path, 'r+').catch((error: unknown) => {
    if (failedWith(error, 'ENOENT')) return null;
    throw error;
  });
  if (file === null) return;
  try {
    await unlink(path).catch((error: unknown) => {
      if (!failedWith(error, 'ENOENT')) throw error;
    });
    await file.write(Buffer.alloc((await file.stat()).size), 0, undefined, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (failedWith(error, 'ENOENT') || failedWith(error, 'ENOTDIR')) return false;
    throw error;
  }
}

/** None where there is no such folder. */
export async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (failedWith(error, 'ENOENT') || failedWith(error, 'ENOTDIR')) return [];
    throw error;
  }
}
