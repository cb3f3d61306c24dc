import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type DiskPlace, type DiskState } from '#contracts';
import { type Env } from '../env.js';

/** A disk of this machine, named by the first of our directories on it. */
export interface DiskLook {
  readonly place: DiskPlace;
  readonly path: string;
  /** Without room here no recording is taken: its bytes, its keys or the database could not be written. */
  readonly refuses: boolean;
  /** Null: it could not be looked at. */
  readonly freeBytes: number | null;
  readonly totalBytes: number | null;
  readonly state: DiskState;
}

type Settings = Pick<
  Env,
  'dataDir' | 'objectDir' | 's3' | 'keyDir' | 'keyCopyDir' | 'objectCopy' | 'backupPlace' | 'disk'
>;

/**
 * Every disk that this process writes to, each once. What lies on other machines is theirs to watch.
 * @param coming bytes that are about to be written
 */
export async function lookAtDisks(env: Settings, coming = 0): Promise<DiskLook[]> {
  const looks: DiskLook[] = [];
  const seen = new Set<number>();
  for (const { place, path, refuses } of placesOf(env)) {
    try {
      const there = await nearestExisting(path);
      const { dev } = await stat(there);
      if (seen.has(dev)) continue;
      seen.add(dev);
      const { bavail, blocks, bsize } = await statfs(there);
      const freeBytes = bavail * bsize;
      const state = diskState(freeBytes, env.disk, refuses ? coming : 0);
      looks.push({ place, path, refuses, freeBytes, totalBytes: blocks * bsize, state });
    } catch {
      looks.push({ place, path, refuses, freeBytes: null, totalBytes: null, state: 'unknown' });
    }
  }
  return looks;
}

/** Those that refuse come first: of several things on one disk it is they that give it its name. */
function placesOf(env: Settings): { place: DiskPlace; path: string; refuses: boolean }[] {
  const { objectCopy, backupPlace } = env;
  return [
    ...(env.s3 ? [] : [{ place: 'recordings' as const, path: env.objectDir, refuses: true }]),
    { place: 'keys', path: env.keyDir, refuses: true },
    { place: 'keys-copy', path: env.keyCopyDir, refuses: true },
    { place: 'data', path: env.dataDir, refuses: true },
    ...(objectCopy && 'dir' in objectCopy
      ? [{ place: 'recording-copies' as const, path: objectCopy.dir, refuses: false }]
      : []),
    ...('dir' in backupPlace ? [{ place: 'backups' as const, path: backupPlace.dir, refuses: false }] : []),
  ];
}

/** A folder is made at the first write; until then what it will be made in is what counts. */
async function nearestExisting(path: string): Promise<string> {
  for (let at = path; ; at = dirname(at)) {
    try {
      await stat(at);
      return at;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || at === dirname(at)) throw error;
    }
  }
}

/** @param coming bytes that are about to be written there */
export function diskState(
  freeBytes: number,
  { warnBytes, refuseBytes }: { warnBytes: number; refuseBytes: number },
  coming = 0,
): DiskState {
  if (refuseBytes > 0 && freeBytes - coming < refuseBytes) return 'full';
  return freeBytes < warnBytes ? 'low' : 'well';
}
