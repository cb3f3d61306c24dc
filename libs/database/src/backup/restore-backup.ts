/*
 * Restoring a backup into an empty database
 *   1. The baseline and the migrations that the backup names make its schema; one that this release does not know is refused.
 *   2. In one transaction, as the owner: foreign keys are dropped and triggers disabled, every table is filled, the rows are counted,
 *      and the foreign keys are put back, which checks every row again. Nothing is kept of a restore that fails.
 *   3. The migrations since bring it up to date.
 */
import { Readable, pipeline } from 'node:stream';
import { pipeline as run } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { migrationNames } from '../data-source.js';
import { BASELINE_COMMIT } from '../baseline.js';
import { setUpDatabase, type SetUpOptions } from '../set-up.js';
import { isPastBaseline } from '../state.js';
import { type BackupStore } from './backup-store.js';
import { BackupUnusable, type BackedUpTable, type BackupManifest } from './manifest.rules.js';
import { newestSeal, tablesOf } from './take-backup.js';

export interface Restored {
  readonly manifest: BackupManifest;
  readonly rows: number;
  readonly tookMs: number;
}

/** @throws BackupUnusable when the database is not empty, or what was read is not what was backed up */
export async function restoreBackup(store: BackupStore, id: string, target: SetUpOptions): Promise<Restored> {
  const began = performance.now();
  return store.open(id, async (manifest, key) => {
    const unknown = manifest.migrations.filter((name) => !migrationNames().includes(name));
    if (unknown.length > 0) throw fromNewerRelease(manifest, unknown);
    if (!isPastBaseline(manifest.migrations)) throw fromOlderRelease(manifest);
    await assertEmpty(target.ownerUrl);
    await setUpDatabase({ ...target, migrations: manifest.migrations });
    const rows = await inTransaction(target.ownerUrl, (client) => fill(client, store, manifest, key));
    await setUpDatabase(target);
    return { manifest, rows, tookMs: Math.round(performance.now() - began) };
  });
}

async function fill(client: pg.Client, store: BackupStore, manifest: BackupManifest, key: Buffer): Promise<number> {
  const name = (text: string) => client.escapeIdentifier(text);
  const made = await tablesOf(client);
  if (JSON.stringify(made) !== JSON.stringify(manifest.tables.map(({ name, columns }) => ({ name, columns }))))
    throw unlike('表与备份的不同', 'its tables are not those of the backup');
  const { rows: foreign } = await client.query<{ table: string; name: string; definition: string }>(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and k.contype = 'f'`,
  );
  for (const { table, name: constraint } of foreign)
    await client.query(`alter table ${name(table)} drop constraint ${name(constraint)}`);
  for (const { name: table } of made) await client.query(`alter table ${name(table)} disable trigger user`);
  // Some migrations bring rows of their own; the backup has them as they were.
  await client.query(`truncate ${made.map(({ name: table }) => name(table)).join(', ')}`);
  let rows = 0;
  for (const table of manifest.tables) rows += await fillTable(client, store, manifest, table, key);
  for (const { name: table } of made) await client.query(`alter table ${name(table)} enable trigger user`);
  for (const { table, name: constraint, definition } of foreign)
    await client.query(`alter table ${name(table)} add constraint ${name(constraint)} ${definition}`);
  await setSequences(client);
  const seal = await newestSeal(client);
  if (JSON.stringify(seal) !== JSON.stringify(manifest.journal))
    throw unlike('日志末尾与清单不符', 'the end of the journal is not the one of the manifest');
  return rows;
}

async function fillTable(
  client: pg.Client,
  store: BackupStore,
  manifest: BackupManifest,
  table: BackedUpTable,
  key: Buffer,
): Promise<number> {
  const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const into = client.query(copyStreams.from(`copy ${client.escapeIdentifier(table.name)} (${columns}) from stdin`));
  const zipped = Readable.from(store.table(manifest, table, key));
  await run(
    pipeline(zipped, createGunzip(), () => undefined),
    into,
  );
  const { rows } = await client.query<{ n: string }>(
    `select count(*) as n from ${client.escapeIdentifier(table.name)}`,
  );
  if (Number(rows[0]?.n) !== table.rows)
    throw unlike(`表 ${table.name} 的行数不符`, `table ${table.name} has another number of rows`);
  return table.rows;
}

/** Identity columns go on after the highest value that was restored. */
async function setSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select c.relname as table, a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null and c.relname <> 'migrations'`,
  );
  for (const { table, column, sequence } of rows)
    await client.query(
      `select setval($1, coalesce(max(${client.escapeIdentifier(column)}), 0) + 1, false) from ${client.escapeIdentifier(table)}`,
      [sequence],
    );
}

async function assertEmpty(ownerUrl: string): Promise<void> {
  const { rows } = await inTransaction(ownerUrl, (client) =>
    client.query(
      `select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' limit 1`,
    ),
  );
  if (rows.length > 0)
    throw new BackupUnusable(
      '目标数据库不是空的。恢复只写入空库；请新建一个，确认无误后再切换。',
      'The database is not empty. A backup is restored into an empty one only; make another, and change over once it is right.',
    );
}

async function inTransaction<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'shouwen-restore' });
  await client.connect();
  try {
    await client.query('begin');
    const result = await use(client);
    await client.query('commit');
    return result;
  } finally {
    // A transaction that was not committed ends with its connection.
    await client.end();
  }
}

const unlike = (zh: string, en: string) => new BackupUnusable(`恢复已撤销：${zh}。`, `The restore was undone: ${en}.`);
const fromOlderRelease = ({ id }: BackupManifest) =>
  new BackupUnusable(
    `备份 ${id} 来自提交 ${BASELINE_COMMIT} 之前的版本。请用该提交恢复并启动一次，再升级到本版。`,
    `Backup ${id} is of a release before commit ${BASELINE_COMMIT}. Restore it with that commit, start it once, then go on with this one.`,
  );
const fromNewerRelease = ({ id, productVersion }: BackupManifest, unknown: readonly string[]) =>
  new BackupUnusable(
    `备份 ${id} 来自 ${productVersion} 版，本版没有其迁移 ${unknown.join('、')}。请用该版或更新的版本恢复。`,
    `Backup ${id} was made by version ${productVersion}; this one lacks its migrations ${unknown.join(', ')}. Restore it with that version or a later one.`,
  );
