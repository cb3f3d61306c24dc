import { mkdir, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform';
import { type BackupStore } from './backup-store.js';
import { restoreBackup, type Restored } from './restore-backup.js';

/**
 * Restores a backup into a bundled server of its own, started for it in an empty folder and removed afterwards: the product's database is
 * never near it. This needs the bundled programmes, also where the product itself runs on another server.
 */
export async function restoreDrill(store: BackupStore, id: string, within: string): Promise<Restored> {
  const dataDir = join(within, `restore-drill-${randomBytes(6).toString('hex')}`);
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  let server: EmbeddedPostgres | undefined;
  try {
    // It is thrown away at the end, so nothing has to outlast a power cut.
    server = await startEmbeddedPostgres({ dataDir, durable: false });
    return await restoreBackup(store, id, {
      ownerUrl: await emptyDatabase(server),
      runtimePassword: randomBytes(24).toString('base64url'),
    });
  } finally {
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** With an owner who is no superuser, as in an installation. */
async function emptyDatabase({ host, port, user, password, database }: EmbeddedPostgres): Promise<string> {
  const secret = randomBytes(24).toString('base64url');
  const superuser = new pg.Client({ host, port, user, password, database });
  await superuser.connect();
  try {
    await superuser.query(`create role drill_owner login createrole password ${superuser.escapeLiteral(secret)}`);
    await superuser.query('create database drill owner drill_owner');
  } finally {
    await superuser.end();
  }
  return `postgres://drill_owner:${secret}@${host}:${port}/drill`;
}
