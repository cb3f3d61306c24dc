import { type DataSource } from 'typeorm';

/** What the database says of a key. */
export interface NamedKey {
  readonly id: string;
  /** Of a recording: it should open, or have a tombstone that the database ordered. */
  readonly needed: boolean;
  /** Its destruction has begun by the database: nothing stops it. */
  readonly ordered: boolean;
}

interface Column {
  table: string;
  column: string;
}

/** So many ids are in memory at a time. */
const PAGE = 1000;
const MANY_ZEROS = '000000-0000-0000-0000-000000000000';

/**
 * Looks up the ids of keys that the database names, in their order, one shard of the key store at a time. Which columns name keys is asked of
 * the catalogue, by their type and name: a table that a later release brings is never forgotten, and so its keys never taken for orphans.
 * A column that refers to another table's says nothing new.
 */
export async function keyNames(
  source: DataSource,
): Promise<(shard: string) => AsyncGenerator<NamedKey, void, undefined>> {
  const columns: Column[] = await source.query(
    `select c.relname as table, a.attname as column
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and a.atttypid = 'uuid'::regtype and not a.attisdropped
       and (a.attname = 'key_id' or a.attname like '%\\_key\\_id')
       and not exists (select from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid and k.conkey = array[a.attnum])`,
  );
  // Each column by its own index: of so many ids of each, those up to the first column's end are complete.
  const sql = `
    with part as (${columns.map(partOf).join(' union all ')}),
      upto as (select (array_agg(id order by id desc))[1] as id from part group by source having count(*) = ${PAGE} order by 1 limit 1)
    select id, bool_or(needed) as needed, bool_or(ordered) as ordered, (select id from upto) as upto
    from part where id <= coalesce((select id from upto), $2) group by id order by id`;
  return (shard) => pages(source, sql, shard);
}

async function* pages(source: DataSource, sql: string, shard: string): AsyncGenerator<NamedKey, void, undefined> {
  const end = `${shard}ffffff-ffff-ffff-ffff-ffffffffffff`;
  // Below every id of the shard; version and variant make that of zeros no key's.
  for (let after: string | null = `${shard}${MANY_ZEROS}`; after !== null;) {
    const rows: (NamedKey & { upto: string | null })[] = await source.query(sql, [after, end]);
    for (const { id, needed, ordered } of rows) yield { id, needed, ordered };
    after = rows[0]?.upto ?? null;
  }
}

function partOf({ table, column }: Column): string {
  const needed = table === 'recording';
  const ordered = needed ? 'destruction_started_at is not null' : String(table === 'recording_cut');
  return `(select distinct "${column}" as id, '${table}.${column}' as source, ${needed} as needed, ${ordered} as ordered
    from "${table}" where "${column}" > $1 and "${column}" <= $2 order by 1 limit ${PAGE})`;
}
