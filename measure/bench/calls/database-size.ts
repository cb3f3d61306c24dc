import type pg from 'pg';

/** Of one table: bytes of its three parts, and what was done to its rows since the counting began. */
export interface TableFigures {
  heap: number;
  /** Values too long for a row, with their index. */
  toast: number;
  indexes: number;
  inserted: number;
  updated: number;
  /** Of the updated rows: those that touched no index. */
  hot: number;
  /** Rows left dead: updated or deleted ones. A vacuum takes most of them away again. */
  dead: number;
  /** The records of the write-ahead log that name the table or an index of it. */
  wal: number;
}

export interface Figures {
  tables: Map<string, TableFigures>;
  /** Bytes by index. */
  indexes: Map<string, number>;
  /** Bytes of the whole write-ahead log, and the position in it. */
  wal: number;
  walAt: string;
  commits: number;
}

type Row = { name: string } & Record<keyof TableFigures, string | number>;

const TABLES = `
  select relname as name, pg_relation_size(relid) as heap, pg_indexes_size(relid) as indexes,
    coalesce((select pg_total_relation_size(reltoastrelid) from pg_class where oid = relid and reltoastrelid <> 0), 0) as toast,
    n_tup_ins as inserted, n_tup_upd as updated, n_tup_hot_upd as hot, n_tup_upd + n_tup_del as dead,
    coalesce(written.bytes, 0) as wal
  from pg_stat_user_tables left join written on written.name = relname where schemaname = 'public'`;

/** PostgreSQL 15 tells of a record's blocks in a sentence; the first one it names is the one it is about. */
const WRITTEN = `
  select relation.relname as name, sum(record_length) as bytes
  from pg_get_wal_records_info($1, $2) record
  join pg_class file on file.relfilenode = substring(record.block_ref from 'rel \\d+/\\d+/(\\d+)')::oid
  left join pg_index on pg_index.indexrelid = file.oid
  left join pg_class toasted on toasted.reltoastrelid = coalesce(pg_index.indrelid, file.oid)
  join pg_class relation on relation.oid = coalesce(toasted.oid, pg_index.indrelid, file.oid)
  group by 1`;
const NOTHING_WRITTEN = 'select null::name as name, 0 as bytes where $1::pg_lsn > $2::pg_lsn';

/**
 * Looks at the whole database, after a vacuum.
 * @param owner a superuser's connection
 * @param since the figures that these follow: the write-ahead log is read from there on
 */
export async function figuresOf(owner: pg.Client, since?: Figures): Promise<Figures> {
  const [log] = (
    await owner.query<{ at: string; wal: string }>(
      `select at::text, at - '0/0'::pg_lsn as wal from pg_current_wal_flush_lsn() at`,
    )
  ).rows;
  const from = since?.walAt ?? log!.at;
  // Of vacuum, what only it writes is left out of the log.
  await owner.query('vacuum');
  const written = (await isReadable(owner)) && from !== log!.at ? WRITTEN : NOTHING_WRITTEN;
  const tables = await owner.query<Row>(`with written as (${written}) ${TABLES}`, [from, log!.at]);
  const indexes = await owner.query<{ name: string; bytes: string }>(
    `select indexrelname as name, pg_relation_size(indexrelid) as bytes from pg_stat_user_indexes where schemaname = 'public'`,
  );
  const commits = await owner.query<{ n: string }>(
    `select xact_commit as n from pg_stat_database where datname = current_database()`,
  );
  return {
    tables: new Map(tables.rows.map(({ name, ...row }) => [name, numbers(row)])),
    indexes: new Map(indexes.rows.map(({ name, bytes }) => [name, Number(bytes)])),
    wal: Number(log!.wal),
    walAt: log!.at,
    commits: Number(commits.rows[0]!.n),
  };
}

const numbers = (row: Omit<Row, 'name'>): TableFigures =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])) as unknown as TableFigures;

/** Without pg_walinspect the log is told as a whole. */
async function isReadable(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query(`select from pg_available_extensions where name = 'pg_walinspect'`);
  if (rows.length > 0) await owner.query('create extension if not exists pg_walinspect');
  return rows.length > 0;
}
