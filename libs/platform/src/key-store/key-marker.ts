/*
 * The mark of a key directory, made when the installation is set up. A disk that is not mounted leaves an empty folder on the disk below it;
 * without its mark nothing is written or destroyed there, so that a copy is not thought made, or gone, where it never was.
 */
import { randomUUID } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DomainError } from '../errors/domain-error.js';
import { failedWith, makeDirectory } from '../object-store/durable-directory.js';
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

/** What forbids writing to the two directories, by the names of their settings: whoever uploads reads it too. Null when nothing does. */
export async function markerTrouble(paths: KeyDirectoryPaths): Promise<DomainError | null> {
  const [first, second] = await Promise.all([markerOf(paths.first), markerOf(paths.second)]);
  const unmarked = [first ? [] : ['SHOUWEN_KEY_DIR'], second ? [] : ['SHOUWEN_KEY_COPY_DIR']].flat();
  if (!first || !second) return notMarked(unmarked.join(', '));
  if (first.copy === second.copy) return sameCopy();
  return first.installation === second.installation ? null : ofAnother();
}

const trouble = (code: string, zh: string, en: string) =>
  new DomainError(code, 'unavailable', { zh, en }, { fault: 'storage' });
const notMarked = (where: string) =>
  trouble(
    'key_directory_unmarked',
    `密钥目录 ${where} 没有本系统的标记：多半是磁盘没有挂载。在它恢复之前不接收、也不销毁任何录音。请挂载磁盘；若是换了新磁盘，见 docs/operations/keys.zh.md。`,
    `The key directory ${where} does not bear this installation's mark: most likely its disk is not mounted. Until it does, no recording is taken in and none is destroyed. Mount the disk; for a new one see docs/operations/keys.md.`,
  );
const sameCopy = () =>
  trouble(
    'key_directory_same',
    'SHOUWEN_KEY_DIR 和 SHOUWEN_KEY_COPY_DIR 是同一份密钥，不是两份。请检查挂载。',
    'SHOUWEN_KEY_DIR and SHOUWEN_KEY_COPY_DIR are one and the same copy of the keys. Look at what is mounted where.',
  );
const ofAnother = () =>
  trouble(
    'key_directory_foreign',
    'SHOUWEN_KEY_DIR 和 SHOUWEN_KEY_COPY_DIR 属于两套不同的系统。请检查挂载。',
    'SHOUWEN_KEY_DIR and SHOUWEN_KEY_COPY_DIR belong to two different installations. Look at what is mounted where.',
  );
