/*
 * A backup of the database: every table by COPY, in one snapshot, as the runtime role
 *   The schema is the migrations', whose names the manifest holds; so nothing of the server's own format is kept, and a backup of one
 *   PostgreSQL is restored into another, older or newer, bundled or not. Hints to workers are not kept: the reconciler makes them again.
 */
import { createHash, randomBytes } from 'node:crypto';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { newKey, productVersion, sealStream, withKey, wrapKey } from '#platform';
import { type BackupStore, kindOf, tableContext } from './backup-store.js';
import { type BackedUpTable, type BackupManifest } from './manifest.rules.js';

/** Says of each process that it is there now; nothing of it is true after a restore. */
const LEFT_OUT = ['migrations', 'worker_presence'];

export async function takeBackup(databaseUrl: string, store: BackupStore): Promise<BackupManifest> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'shouwen-backup' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await withKey(newKey(), (key) => writeSnapshot(client, store, key));
  } finally {
    await client.end();
  }
}

async function writeSnapshot(client: pg.Client, store: BackupStore, key: Buffer): Promise<BackupManifest> {
  const began = performance.now();
  const { rows: clock } = await client.query<{ at: Date }>('select now() as at');
  const at = clock[0]!.at;
  const id = `${at.toISOString().replace(/\D/g, '')}-${randomBytes(3).toString('hex')}`;
  try {
    await store.putKey(id, key);
    const tables: BackedUpTable[] = [];
    for (const table of await tablesOf(client))
      tables.push(await writeTable(client, store, { id, key, index: tables.length, ...table }));
    const manifest: BackupManifest = {
      format: 'shouwen-database-backup/1',
      id,
      takenAt: at.toISOString(),
      tookMs: Math.round(performance.now() - began),
      productVersion: productVersion(),
      migrations: (await client.query<{ name: string }>('select name from migrations order by id')).rows.map(
        ({ name }) => name,
      ),
      tables,
      journal: await newestSeal(client),
    };
    await store.putManifest(manifest, key);
    return manifest;
  } catch (error) {
    // Best effort: what a killed process leaves is removed with the next backup.
    await store.remove(id).catch(() => undefined);
    throw error;
  }
}

/** Every table of the product with the columns that can be written. */
export async function tablesOf(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and c.relname <> all($1)
     group by c.relname order by c.relname`,
    [LEFT_OUT],
  );
  return rows;
}

export async function newestSeal(client: pg.Client): Promise<BackupManifest['journal']> {
  const { rows } = await client.query<{ position: string; chain_hash: string }>(
    'select position, chain_hash from journal_seal order by position desc limit 1',
  );
  return rows[0] ? { position: rows[0].position, chainHash: rows[0].chain_hash } : null;
}

async function writeTable(
  client: pg.Client,
  store: BackupStore,
  { id, key, index, name, columns }: { id: string; key: Buffer; index: number; name: string; columns: string[] },
): Promise<BackedUpTable> {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const rows = client.query(copyStreams.to(`copy ${client.escapeIdentifier(name)} (${list}) to stdout`));
  const hash = createHash('sha256');
  // An error of the copy ends the stream that is being stored, and with it the backup.
  const zipped = pipeline(rows, createGzip({ level: 6 }), () => undefined);
  return withKey(newKey(), async (objectKey) => {
    const hashed = (async function* () {
      for await (const chunk of zipped as AsyncIterable<Buffer>) {
        hash.update(chunk);
        yield chunk;
      }
    })();
    const sealed = sealStream(hashed, { objectId: id, kind: kindOf(name), objectKey });
    await store.putTable(id, index, sealed);
    const { plainBytes, segments } = sealed.result();
    const wrappedKey = wrapKey(objectKey, key, tableContext(id, name)).toString('base64');
    return { name, columns, rows: rows.rowCount, wrappedKey, plainBytes, segments, sha256: hash.digest('hex') };
  });
}
