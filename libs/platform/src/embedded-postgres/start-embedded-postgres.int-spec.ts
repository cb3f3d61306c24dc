import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { stopOrphanedPostgres } from './postmaster-pid.js';
import { LAUNCHER_SETTING } from './postmaster.rules.js';
import { readProcessFacts } from './process-facts.js';
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './start-embedded-postgres.js';

describe('startEmbeddedPostgres', () => {
  // mkdtemp gives mode 0700: like root's home, closed to the user the server runs as.
  let dataDir: string;
  let running: EmbeddedPostgres | undefined;

  beforeEach(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'shouwen-embedded-'))));

  afterEach(async () => {
    await running?.stop();
    running = undefined;
    await stopOrphanedPostgres(dataDir);
    await rm(dataDir, { recursive: true });
  });

  async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
    return (running = await startEmbeddedPostgres({ dataDir, durable: false, ...options }));
  }

  it('gives a superuser connection that only the stored password opens', async () => {
    const server = await start();
    expect(await query(server, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).toEqual([
      { rolsuper: true },
    ]);
    await expect(query({ ...server, password: 'guess' }, 'SELECT 1')).rejects.toThrow('password authentication failed');
    const file = join(dataDir, 'superuser.password');
    expect(await readFile(file, 'utf8')).toBe(server.password);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, 'cluster'))).mode & 0o777).toBe(0o700);
  });

  it('listens on the loopback address alone and promises durability unless told otherwise', async () => {
    const server = await start({ durable: true });
    const settings = ['listen_addresses', 'unix_socket_directories', 'fsync', 'data_checksums', 'server_encoding'];
    const rows = await query(
      server,
      `SELECT ${settings.map((name) => `current_setting('${name}') AS ${name}`).join(', ')}`,
    );
    expect(rows).toEqual([
      {
        listen_addresses: '127.0.0.1',
        unix_socket_directories: '',
        fsync: 'on',
        data_checksums: 'on',
        server_encoding: 'UTF8',
      },
    ]);
  });

  it('keeps committed rows over a stop and a start', async () => {
    const first = await start();
    await query(first, 'CREATE TABLE kept AS SELECT 7 AS n');
    await first.stop();
    expect(await first.exited).toBe('exit 0');
    await first.stop();
    expect(await query(await start(), 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  it('recovers after the server was killed outright', async () => {
    const first = await start({ durable: true });
    await query(first, 'CREATE TABLE kept AS SELECT 7 AS n');
    process.kill(first.pid, 'SIGKILL');
    expect(await first.exited).toBe('killed by SIGKILL');
    expect(await query(await start({ durable: true }), 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  it('refuses a data directory that another launcher uses, and names the process', async () => {
    const { pid } = await start();
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(`process ${pid}`);
    expect(await stopOrphanedPostgres(dataDir)).toBe(false);
    expect(await readProcessFacts(pid)).toMatchObject({ parentPid: process.pid });
  });

  it('shuts down a server whose launcher was killed, then starts its own', async () => {
    const orphan = await leaveOrphan(await start());
    const server = await start();
    expect(['Z', undefined]).toContain((await readProcessFacts(orphan))?.state);
    expect(await query(server, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('starts over a pid file that names a zombie', async () => {
    const orphan = await leaveOrphan(await start());
    process.kill(orphan, 'SIGKILL');
    expect(await query(await start(), 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('says why the server does not start', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    try {
      await expect(start({ port })).rejects.toThrow(/did not start \(exit 1\)[^]*Address already in use/);
    } finally {
      taken.close();
    }
  });

  it('keeps what a refused statement said out of the log', async () => {
    const lines: string[] = [];
    const server = await start({ onLog: (line) => lines.push(line) });
    await expect(query(server, `SELECT 'canary'::int`)).rejects.toThrow('canary');
    await server.stop();
    expect(lines.join('\n')).toContain('database system is shut down');
    expect(lines.join('\n')).not.toContain('canary');
  });
});

async function query(server: Pick<EmbeddedPostgres, 'host' | 'port' | 'user' | 'password' | 'database'>, sql: string) {
  const { host, port, user, password, database } = server;
  const client = new pg.Client({ host, port, user, password, database });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Stops `server`, has another process start it in exactly the same way, kills that process and returns the surviving server's pid. */
async function leaveOrphan(server: EmbeddedPostgres): Promise<number> {
  const { args, cwd } = (await readProcessFacts(server.pid)) ?? { args: [] };
  await server.stop();
  const flags = args.slice(1).filter((arg) => !arg.startsWith(LAUNCHER_SETTING));
  const script = `
    const { spawn } = require('node:child_process');
    const { command, flags, cwd, user } = JSON.parse(process.argv[1]);
    const own = '${LAUNCHER_SETTING}=' + process.pid;
    const child = spawn(command, flags.map((flag, i) => (i === flags.length - 1 ? own : flag)), {
      ...user, cwd, env: { LC_ALL: 'C' }, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.on('data', (data) => String(data).includes('ready to accept') && console.log(child.pid));`;
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const launch = JSON.stringify({ command: args[0], flags: [...flags, ''], cwd, user });
  const launcher = spawn(process.execPath, ['-e', script, launch], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [pid] = (await once(launcher.stdout, 'data')) as [Buffer];
  launcher.kill('SIGKILL');
  await once(launcher, 'close');
  return Number(pid);
}
