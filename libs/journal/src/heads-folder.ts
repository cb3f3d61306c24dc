import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { syncDirectory } from '#platform';
import { lastHeadIn } from './last-head.js';

/** The file that heads are being written to. */
export const HEADS_FILE = 'heads.jsonl';
const FULL = /^heads-\d{4}-\d{2}-\d{2}(?:\.\d+)?\.jsonl$/;

/** Names of the full files of a folder. */
export async function fullHeadsFiles(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => FULL.test(name));
}

/** A name that no file has: a day can have two where a clock was set back, or a database restored. */
export async function nameOfFull(dir: string, day: string): Promise<string> {
  const taken = new Set(await fullHeadsFiles(dir));
  for (let number = 1; ; number++) {
    const name = number === 1 ? `heads-${day}.jsonl` : `heads-${day}.${number}.jsonl`;
    if (!taken.has(name)) return name;
  }
}

/**
 * Moves every file with a head beyond a position into a folder beside them, for a journal that goes on from there another way. What they
 * held before it is written again from the database.
 * @returns the folder; null when there was nothing to move
 */
export async function setHeadsAside(dir: string, beyond: bigint, name: string): Promise<string | null> {
  const aside = join(dir, name);
  let moved = 0;
  for (const file of [...(await fullHeadsFiles(dir)), HEADS_FILE]) {
    const last = await lastHeadIn(join(dir, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (!last || last.position <= beyond) continue;
    await mkdir(aside, { recursive: true, mode: 0o700 });
    await rename(join(dir, file), join(aside, file));
    moved++;
  }
  if (moved === 0) return null;
  await syncDirectory(aside);
  await syncDirectory(dir);
  return aside;
}
