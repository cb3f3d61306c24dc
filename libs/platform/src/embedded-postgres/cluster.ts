import { spawn } from 'node:child_process';
import { chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '../process/end-in-time.js';
import { LogTail } from './log-tail.js';
import { type PostgresBinaries } from './postgres-binaries.js';
import { type ServerUser } from './server-user.js';

/** Owner of the cluster. The application connects with narrower roles. */
export const SUPERUSER = 'shouwen_superuser';

/** A data directory and everything a process needs to work in it. */
export interface Cluster {
  readonly dir: string;
  readonly user: ServerUser | undefined;
  readonly binaries: PostgresBinaries;
}

/**
 * How a process run as {@link ServerUser} names its data directory. Folders above it may be closed to that user (root's home is 0700);
 * its own working directory, entered before it gave up root's rights, is not.
 */
export function directoryAsSeen({ user }: Cluster, dir: string): string {
  return user && process.platform === 'linux' ? '/proc/self/cwd' : dir;
}

/** Sound text order without a system locale: a bare machine has none, and a C library's order changes with its version. */
const localeOf = ({ version }: PostgresBinaries): string[] => [
  '-E',
  'UTF8',
  // Releases before 17 know no order of their own; the C library's `C` is the one that never changes.
  ...(parseInt(version) >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
  '--lc-collate=C',
  '--lc-ctype=C',
  '--lc-messages=C',
];

interface Making {
  /** Whether it outlasts a power cut. */
  synced: boolean;
  signal: AbortSignal | undefined;
}

/** Makes the cluster unless it exists. Built aside and renamed, so that one cut short is never taken for a whole one. */
export async function ensureCluster(cluster: Cluster, password: string, making: Making): Promise<void> {
  if (await existingVersion(cluster)) return;
  const partial = `${cluster.dir}.new`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
  if (cluster.user) await chown(partial, cluster.user.uid, cluster.user.gid);
  await initialise(cluster, partial, password, making);
  await rename(partial, cluster.dir);
}

/** @throws when the cluster was made by another major version, whose files this build cannot read. */
async function existingVersion({ dir, binaries }: Cluster): Promise<string | undefined> {
  const found = await readFile(join(dir, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const major = binaries.version.split('.')[0];
  if (found !== undefined && found.trim() !== major) throw otherMajor(dir, Number(found), Number(major));
  return found;
}

const otherMajor = (dir: string, found: number, ours: number) =>
  new CannotStart(
    found > ours
      ? `${dir} was made by PostgreSQL ${found}, and this version of Shouwen brings PostgreSQL ${ours}: start the newer version that it was last used with.`
      : `${dir} was made by PostgreSQL ${found}, and this version of Shouwen brings PostgreSQL ${ours}, which cannot read it: take a backup with the version that it was last used with, then restore that here (docs/operations/backup.md).`,
  );

async function initialise(cluster: Cluster, dir: string, password: string, { synced, signal }: Making): Promise<void> {
  signal?.throwIfAborted();
  const args = [
    '-D',
    directoryAsSeen(cluster, dir),
    '-U',
    SUPERUSER,
    '-A',
    'scram-sha-256',
    ...localeOf(cluster.binaries),
    '--data-checksums',
  ];
  const secret = await openUnnamed(`${dir}.pwfile`, password, cluster.user);
  try {
    const child = spawn(cluster.binaries.initdb, [...args, '--pwfile=/dev/stdin', ...(synced ? [] : ['--no-sync'])], {
      ...cluster.user,
      cwd: dir,
      env: serverEnvironment(),
      stdio: [secret.fd, 'pipe', 'pipe'],
    });
    const log = new LogTail(child.stdout, child.stderr);
    const end = () => void child.kill();
    signal?.addEventListener('abort', end, { once: true });
    const code = await new Promise<number | null>((resolve, reject) =>
      child.once('error', reject).once('close', resolve),
    );
    signal?.removeEventListener('abort', end);
    signal?.throwIfAborted();
    if (code !== 0)
      throw new Error(`PostgreSQL could not create its data directory ${dir} (exit ${code}):\n${log.text()}`);
  } finally {
    await secret.close();
  }
}

// The open file is all initdb gets: nothing with the password in it has a name for longer than these few calls.
async function openUnnamed(file: string, content: string, user: ServerUser | undefined) {
  await rm(file, { force: true });
  await writeFile(file, content, { mode: 0o600, flag: 'wx' });
  try {
    if (user) await chown(file, user.uid, user.gid);
    return await open(file, 'r');
  } finally {
    await rm(file);
  }
}

/** Nothing of ours but the language that {@link LogTail} is read in. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' };
}
