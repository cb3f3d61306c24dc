import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve, dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Cluster, ensureCluster, SUPERUSER } from './cluster.js';
import { locatePostgres } from './postgres-binaries.js';
import { releaseCluster } from './postmaster-pid.js';
import { Postmaster, PostgresStartError } from './postmaster.js';
import { type ServerSize } from '../settings/database-settings.js';
import { serverSettings } from './server-settings.js';
import { serverUser } from './server-user.js';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { randomBytes } from 'node:crypto';
import { nameBeside, nameOnce, writeSynced } from '../key-store/durable-file.js';

/** Reads the superuser's password, or makes a random one readable by its owner alone. */
async function superuserPassword(file: string): Promise<string> {
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

/** A loopback TCP port that was free a moment ago; another process may still take it first. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export interface EmbeddedPostgresOptions {
  /** Holds `cluster/`, the password file and, if root's checkout is closed to the server's user, a copy of the programmes. Made if absent. */
  readonly dataDir: string;
  /** TCP port on 127.0.0.1; a free one by default. */
  readonly port?: number;
  /** Default `<dataDir>/superuser.password`. Made with a random password, mode 0600, if absent. */
  readonly superuserPasswordFile?: string;
  /** `false` lets a power cut destroy the cluster, in exchange for speed: for tests only. Default `true`. */
  readonly durable?: boolean;
  /** How many connections and how much memory; what an ordinary installation needs by default. */
  readonly size?: ServerSize;
  /** Another release of the bundle, unpacked; for tests. Default: the one that is installed. */
  readonly packageDir?: string;
  /** Added to the server's environment; for tests, which move its clock. */
  readonly env?: Readonly<Record<string, string>>;
  /** Falls when the caller no longer waits for the server: what was begun is ended, and the start rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Receives each line the server logs. */
  readonly onLog?: (line: string) => void;
}

/** A running server and the way in for its superuser, who makes roles and databases. */
export interface EmbeddedPostgres {
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: 'postgres';
  readonly pid: number;
  /** Settles when the server has ended, asked or not, with words for a log. */
  readonly exited: Promise<string>;
  /** Shuts down cleanly and waits for it; after `withinMs` at once, and it recovers at its next start. */
  stop(withinMs?: number): Promise<void>;
}

const ATTEMPTS = 40;
const BETWEEN_ATTEMPTS_MS = 250;

/**
 * Starts the bundled PostgreSQL as a child process, making its data directory first if need be. It listens on 127.0.0.1 only.
 * A server left behind by a launcher that was killed is shut down first.
 *
 * @throws when another live programme uses the data directory, when there is no build for this platform, or when the server does not start;
 * the message ends with what the server said.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const { durable = true, superuserPasswordFile = join(dataDir, 'superuser.password') } = options;
  await mkdir(dataDir, { recursive: true });
  const user = serverUser();
  const binaries = await locatePostgres(dataDir, user, options.packageDir);
  const cluster: Cluster = { dir: join(dataDir, 'cluster'), user, binaries };
  const password = await superuserPassword(superuserPasswordFile);
  await ensureCluster(cluster, password, { synced: durable, signal: options.signal });
  await releaseCluster(cluster.dir);
  const { postmaster, port } = await startOnPort(cluster, durable, options);
  return {
    ...{ host: '127.0.0.1', port, user: SUPERUSER, password, database: 'postgres' },
    ...{ pid: postmaster.pid, exited: postmaster.exited, stop: (withinMs) => postmaster.stop(withinMs) },
  };
}

async function startOnPort(
  cluster: Cluster,
  durable: boolean,
  { port: wanted, size, env, signal, onLog = () => undefined }: EmbeddedPostgresOptions,
) {
  for (let attempt = 1; ; attempt++) {
    const port = wanted ?? (await freePort());
    try {
      return {
        port,
        postmaster: await Postmaster.start(cluster, {
          settings: serverSettings(port, durable, size),
          env,
          signal,
          onLog,
        }),
      };
    } catch (error) {
      if (attempt === ATTEMPTS || !passesByItself(error, wanted !== undefined)) throw error;
    }
    await delay(BETWEEN_ATTEMPTS_MS, undefined, { signal });
  }
}

// Children of a postmaster killed outright take a moment to notice; a free port can be taken between asking and binding.
function passesByItself(error: unknown, portIsFixed: boolean): boolean {
  if (!(error instanceof PostgresStartError)) return false;
  if (error.log.includes('pre-existing shared memory block')) return true;
  return !portIsFixed && error.log.includes('Address already in use');
}
