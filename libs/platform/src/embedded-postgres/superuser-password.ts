import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { nameBeside, nameOnce, writeSynced } from '../key-store/durable-file.js';

/** Reads the superuser's password, or makes a random one readable by its owner alone. */
export async function superuserPassword(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await mkdir(dirname(file), { recursive: true });
  const partial = nameBeside(file, 'superuser', 'partial');
  // Whole or not at all: a launcher killed here must not leave an empty one, which the server would refuse.
  await writeSynced(partial, randomBytes(32).toString('base64url'));
  await nameOnce(partial, file);
  return (await readFile(file, 'utf8')).trim();
}
