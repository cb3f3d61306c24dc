import { lstat, opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { grouped, type SeenFile } from '#telephony/rules';

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

/** Files of one stem as they lay when nothing was to be done with them any more. */
interface Resting {
  names: string;
  since: number;
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
  /** By directory and stem: in one that is busy, what is done with is not looked at each time. */
  private readonly resting = new Map<string, Map<string, Resting>>();

  /** @param together what of a name tells which files belong to one recording */
  constructor(private readonly together: (name: string) => string) {}

  /** Something of this directory waits, so that the next walk looks into it. */
  keepsBusy(directory: string): void {
    this.busy.add(directory);
    this.quiet.delete(directory);
  }

  /** A person wants something of this directory tried again: all of it is looked at. */
  wakes(directory: string): void {
    this.keepsBusy(directory);
    this.resting.delete(directory);
  }

  /** With some of these files of a directory nothing is to be done any more: where that is so of all of a stem, they rest. */
  rest(directory: string, files: readonly WalkedFile[], settled: (file: WalkedFile) => boolean, now: number): void {
    const resting = this.resting.get(directory) ?? new Map<string, Resting>();
    this.resting.set(directory, resting);
    for (const [stem, some] of grouped(files, ({ name }) => this.together(name)))
      if (some.every(settled)) resting.set(stem, { names: listed(some.map(({ name }) => name)), since: now });
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
    for (const names of inPieces(this.moving(directory, groups, now)))
      yield { directory, files: await lookAt(root, names) };
    // A file that came in the moment of the look leaves the directory's time as it was.
    const isOld = now - modifiedAt > SETTLES;
    if (isOld && !this.busy.has(directory)) {
      this.quiet.set(directory, { modifiedAt, lookedAt: now, folders });
      this.resting.delete(directory);
    }
    for (const folder of folders) yield* this.into(root, now, folder, depth);
  }

  /** What does not rest: it is new, waits, has changed its company, or was not looked at for long. */
  private moving(directory: string, groups: ReadonlyMap<string, string[]>, now: number): string[][] {
    const before = this.resting.get(directory);
    if (!before) return [...groups.values()];
    const rests = ([stem, names]: [string, string[]]): boolean => {
      const known = before.get(stem);
      return known !== undefined && known.names === listed(names) && now - known.since < QUIET_FOR;
    };
    const [still = [], moving = []] = [true, false].map((of) => [...groups].filter((one) => rests(one) === of));
    this.resting.set(directory, new Map(still.map(([stem]) => [stem, before.get(stem) as Resting])));
    return moving.map(([, names]) => names);
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

const listed = (names: readonly string[]): string => names.toSorted().join('\n');

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
