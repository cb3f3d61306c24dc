import { type DataSource } from 'typeorm';

/** What the database says of keys whose ids begin alike. */
export interface NamedKeys {
  /** Every id that any row names, whatever for. */
  readonly named: ReadonlySet<string>;
  /** Those of recordings, which should open, or have a tombstone that says why not. */
  readonly needed: ReadonlySet<string>;
}

/**
 * Looks up the ids of keys that the database names, one shard of the key store at a time. Which columns name keys is asked of the catalogue,
 * by their type and name: a table that a later release brings is never forgotten, and so its keys never taken for orphans.
 */
export async function keyNames(source: DataSource): Promise<(shard: string) => Promise<NamedKeys>> {
  const columns: { table: string; column: string }[] = await source.query(
    `select c.relname as table, a.attname as column
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and a.atttypid = 'uuid'::regtype and not a.attisdropped
       and (a.attname = 'key_id' or a.attname like '%\\_key\\_id')`,
  );
  const each = columns.map(
    ({ table, column }) =>
      `select "${column}" as id, ${table === 'recording'} as needed from "${table}" where "${column}" between $1 and $2`,
  );
  const sql = `select id, bool_or(needed) as needed from (${each.join(' union all ')}) named group by id`;
  return async (shard) => {
    const bounds = [`${shard}000000-0000-0000-0000-000000000000`, `${shard}ffffff-ffff-ffff-ffff-ffffffffffff`];
    const rows: { id: string; needed: boolean }[] = await source.query(sql, bounds);
    const ids = (some: typeof rows) => new Set(some.map(({ id }) => id));
    return { named: ids(rows), needed: ids(rows.filter(({ needed }) => needed)) };
  };
}
