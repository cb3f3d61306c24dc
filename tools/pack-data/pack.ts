import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '#platform';

const run = promisify(execFile);

/** Leaves one young file of PostgreSQL's write-ahead log: full ones are 16 MiB each, of what is in the tables already. */
export async function withLittleLog(dataDir: string): Promise<void> {
  const server = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
  try {
    const { host, port, user, password, database } = server;
    const client = new pg.Client({ host, port, user, password, database });
    await client.connect();
    await client.query(`alter system set min_wal_size = '32MB'`);
    await client.query(`alter system set max_wal_size = '32MB'`);
    await client.query('select pg_reload_conf()');
    for (let i = 0; i < 3; i++) {
      await client.query('select pg_switch_wal()');
      await client.query('checkpoint');
    }
    await client.query('alter system reset all');
    await client.end();
  } finally {
    await server.stop();
  }
}

/** Everything of a stopped data folder but its logs. The cluster keeps its owner's number: PostgreSQL refuses another's. */
export async function pack(dataDir: string, archive: string): Promise<void> {
  await rm(join(dataDir, 'logs'), { recursive: true, force: true });
  await mkdir(dirname(archive), { recursive: true });
  const what = ['--numeric-owner', '--exclude=./postgres/postgresql-*', '--sort=name', '-C', dataDir, '.'];
  await run('tar', ['--create', '--file', archive, '--xz', ...what], { env: { ...process.env, XZ_OPT: '-9e' } });
}
