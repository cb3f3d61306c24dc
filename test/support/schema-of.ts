import type pg from 'pg';

/** Rights, in one order and whatever the owner is called. */
const acl = (column: string, owner: string) =>
  `coalesce((select string_agg(r, ' ' order by r collate "C") from (select replace(a::text, pg_get_userbyid(${owner}), 'OWNER') from unnest(${column}) a) n(r)), '-')`;

const SCHEMA = `
  with ours as (select * from pg_class where relnamespace = 'public'::regnamespace)
  select format('%s %s: %s %s', relkind, relname, coalesce(reloptions::text, ''), ${acl('relacl', 'relowner')}) as line from ours
    where relkind in ('r', 'p', 'v', 'S')
  union all
  select format('column %s.%s %s: %s %s %s %s%s', relname, row_number() over (partition by c.oid order by attnum), attname,
      format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, pg_get_expr(adbin, adrelid), attidentity,
      ${acl('attacl', 'relowner')})
    from ours c join pg_attribute a on attrelid = c.oid left join pg_attrdef on adrelid = c.oid and adnum = attnum
    where relkind in ('r', 'p', 'v') and attnum > 0 and not attisdropped
  union all
  select format('constraint %s %s: %s', relname, conname, pg_get_constraintdef(k.oid)) from ours c join pg_constraint k on conrelid = c.oid where contype <> 'n'
  union all
  select format('index %s', pg_get_indexdef(oid)) from ours where relkind in ('i', 'I')
  union all
  select format('trigger %s %s', tgenabled, pg_get_triggerdef(t.oid)) from ours c join pg_trigger t on tgrelid = c.oid where not tgisinternal
  union all
  select format('view %s: %s', relname, pg_get_viewdef(oid)) from ours where relkind = 'v'
  union all
  select format('routine %s %s', pg_get_functiondef(oid), ${acl('proacl', 'proowner')}) from pg_proc
    where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')`;

/** PostgreSQL writes `a or b or c` with a bracket more once it has read what it wrote. */
const brackets = /[()\s]+/g;

/** Tables, columns, constraints, indexes, triggers, views, routines and rights of a database, a line each, in one order and without brackets. */
export async function schemaOf(client: Pick<pg.Client, 'query'>): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(SCHEMA);
  return rows.map(({ line }) => line.replace(brackets, ' ')).sort();
}
