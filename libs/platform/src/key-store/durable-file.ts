import { randomUUID } from 'node:crypto';
import { link, open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { failedWith, syncDirectory } from '../object-store/durable-directory.js';

/** A name beside `path` that no one else uses, recognisable by its beginning as belonging to `stem`. */
export function nameBeside(path: string, stem: string, ending: string): string {
  return `${dirname(path)}/${stem}.${randomUUID()}.${ending}`;
}

/**
 * Writes a file that did not exist, readable by its owner only; its bytes are durable, its name is not yet. Nothing of it
 * stays when that fails.
 */
export async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } catch (error) {
    await removeIfThere(path);
    throw error;
  } finally {
    await file.close();
  }
}

/** Gives a written file its name if no file has it; false when one has. Durable when it resolves; `unnamed` is gone. */
export async function nameOnce(unnamed: string, path: string): Promise<boolean> {
  try {
    await link(unnamed, path);
    return true;
  } catch (error) {
    if (failedWith(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await removeIfThere(unnamed);
    await syncDirectory(dirname(path));
  }
}

/** Puts a written file in the place of the one that has its name, in one step that happens or does not. */
export async function nameInstead(unnamed: string, path: string): Promise<void> {
  await rename(unnamed, path).catch(async (error: unknown) => {
    await removeIfThere(unnamed);
    throw error;
  });
  await syncDirectory(dirname(path));
}

/** False when there was nothing to remove. */
export async function removeIfThere(path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return false;
    throw error;
  }
}
