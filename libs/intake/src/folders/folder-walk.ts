import { lstat, opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type SeenFile } from '#telephony/rules';

/** Where files are put aside, below the folder. */
export const ASIDE = 'quarantine';

/** Below the folder; recorders sort by day, and a circle of folders there is none. */
const DEEPEST = 8;
/** Files that are looked at together. */
const AT_ONCE = 200;
/** A directory that nothing was added to and where nothing waits is looked into again only after this, in milliseconds. */
const QUIET_FOR = 10 * 60_000;

/** A directory whose time is younger may have changed since, in milliseconds. */
const SETTLES = 5000;

/** A directory as it lay when nothing in it waited. */
interface Quiet {
  modifiedAt: number;
  lookedAt: number;
  folders: string[];
}

export interface WalkedFile extends SeenFile {
  inode: string;
}

/** Files of one directory that may belong together: the whole of each stem. */
export interface Walked {
  directory: string;
  files: WalkedFile[];
}

/** Goes through a folder in pieces. Links are not followed, because they may leave it. */
export class FolderWalk {
  private readonly quiet = new Map<string, Quiet>();
  private readonly busy = new Set<string>();

  /** @param together what of a name tells which files belong to one recording */
  constructor(private readonly together: (name: string) => string) {}

  /** Something of this directory waits, so that the next walk looks into it. */
  keepsBusy(directory: string): void {
    this.busy.add(directory);
    this.quiet.delete(directory);
  }

  async *walk(root: string, now: number, directory = '', depth = 0): AsyncGenerator<Walked> {
    const path = join(root, directory);
    const modifiedAt = Number((await stat(path, { bigint: true })).mtimeMs);
    const known = this.quiet.get(directory);
    if (known?.modifiedAt === modifiedAt && now - known.lookedAt < QUIET_FOR) {
      for (const folder of known.folders) yield* this.into(root, now, folder, depth);
      return;
    }
    this.busy.delete(directory);
    const folders: string[] = [];
    const groups = new Map<string, string[]>();
    for await (const entry of await opendir(path, { bufferSize: AT_ONCE })) {
      const name = directory === '' ? entry.name : `${directory}/${entry.name}`;
      if (entry.isDirectory() && name !== ASIDE) folders.push(name);
      else if (entry.isFile()) {
        const key = this.together(name);
        groups.set(key, [...(groups.get(key) ?? []), name]);
      }
    }
    for (const names of inPieces(groups.values())) yield { directory, files: await lookAt(root, names) };
    // A file that came in the moment of the look leaves the directory's time as it was.
    const isOld = now - modifiedAt > SETTLES;
    if (isOld && !this.busy.has(directory)) this.quiet.set(directory, { modifiedAt, lookedAt: now, folders });
    for (const folder of folders) yield* this.into(root, now, folder, depth);
  }

  /** One that cannot be read, or went away, keeps no other from being looked into. */
  private async *into(root: string, now: number, folder: string, depth: number): AsyncGenerator<Walked> {
    if (depth >= DEEPEST) return;
    try {
      yield* this.walk(root, now, folder, depth + 1);
    } catch (error) {
      this.quiet.delete(folder);
      if (!PASSING.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}

const PASSING = new Set(['ENOENT', 'EACCES', 'EPERM', 'ENOTDIR']);

function* inPieces(groups: Iterable<string[]>): Generator<string[]> {
  let piece: string[] = [];
  for (const names of groups) {
    piece.push(...names);
    if (piece.length < AT_ONCE) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}

/** Files as they lie there now; those that went away meanwhile are left out. */
export async function lookAt(root: string, names: readonly string[]): Promise<WalkedFile[]> {
  const found = await Promise.all(
    names.map(async (name) => {
      const about = await lstat(join(root, name), { bigint: true }).catch(() => null);
      if (!about?.isFile()) return [];
      const [size, modifiedAt] = [Number(about.size), Number(about.mtimeMs)];
      return [{ name, size, modifiedAt, inode: `${about.dev}:${about.ino}` }];
    }),
  );
  return found.flat();
}
