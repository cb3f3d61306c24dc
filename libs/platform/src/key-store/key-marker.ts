/*
 * The mark of a key directory, made when the installation is set up. A disk that is not mounted leaves an empty folder on the disk below it;
 * without its mark nothing is written or destroyed there, so that a copy is not thought made, or gone, where it never was.
 */
import { randomUUID } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type DomainError } from '../errors/domain-error.js';
import { failedWith, makeDirectory } from '../object-store/durable-directory.js';
import { platformRefusals } from '../refusals.js';
import { nameBeside, nameOnce, writeSynced } from './durable-file.js';

export const KEY_MARKER = 'shouwen-keys.json';

const marker = z.object({
  format: z.literal('shouwen-key-directory/1'),
  /** The same in both directories of an installation. */
  installation: z.uuid(),
  copy: z.enum(['first', 'second']),
  madeAt: z.iso.datetime(),
});
export type KeyMarker = z.infer<typeof marker>;
export type CopyName = KeyMarker['copy'];
/** The two directories, by their paths. */
export type KeyDirectoryPaths = Readonly<Record<CopyName, string>>;

/** Null when there is none, or it cannot be read as one. */
export async function markerOf(directory: string): Promise<KeyMarker | null> {
  const text = await readFile(join(directory, KEY_MARKER), 'utf8').catch((error: unknown) => {
    if (failedWith(error, 'ENOENT') || failedWith(error, 'ENOTDIR')) return null;
    throw error;
  });
  try {
    return text === null ? null : marker.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Marks directories, and makes them where they are missing; a mark that is there stays. Two processes at once agree. */
export async function markKeyDirectories(
  paths: KeyDirectoryPaths,
  now: Date,
  copies: readonly CopyName[] = ['first', 'second'],
): Promise<void> {
  for (const copy of (['first', 'second'] as const).filter((one) => copies.includes(one))) {
    await makeDirectory(paths[copy]);
    await chmod(paths[copy], 0o700);
    if (await markerOf(paths[copy])) continue;
    const other = await markerOf(paths[copy === 'first' ? 'second' : 'first']);
    const content: KeyMarker = {
      format: 'shouwen-key-directory/1',
      installation: other?.installation ?? randomUUID(),
      copy,
      madeAt: now.toISOString(),
    };
    const path = join(paths[copy], KEY_MARKER);
    const unnamed = nameBeside(path, KEY_MARKER, 'tmp');
    await writeSynced(unnamed, `${JSON.stringify(content, null, 2)}\n`);
    await nameOnce(unnamed, path);
  }
}

/** What forbids writing to the two directories, by the names of their settings, because uploaders read it too. Null when nothing does. */
export async function markerTrouble(paths: KeyDirectoryPaths): Promise<DomainError | null> {
  const [first, second] = await Promise.all([markerOf(paths.first), markerOf(paths.second)]);
  const unmarked = [first ? [] : ['SHOUWEN_KEY_DIR'], second ? [] : ['SHOUWEN_KEY_COPY_DIR']].flat();
  if (!first || !second) return platformRefusals.key_directory_unmarked(unmarked.join(', '));
  if (first.copy === second.copy) return platformRefusals.key_directory_same();
  return first.installation === second.installation ? null : platformRefusals.key_directory_foreign();
}
