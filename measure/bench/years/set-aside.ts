import pg from 'pg';

interface Index {
  drop: string;
  make: string;
}

/**
 * Drops what an insert would keep up row by row, and gives it back as it was: made once from rows that are there, an index takes a fraction
 * of that. Primary keys stay, because rows are written in their order, and every index that a foreign key needs.
 *
 * @returns makes them again, over as many connections as there are
 */
export async function setIndexesAside(owner: pg.Client): Promise<(connections: pg.Client[]) => Promise<void>> {
  const { rows } = await owner.query<Index>(`
    with aside as (
      select i.indexrelid, i.indrelid, c.oid as constrained, c.conname
      from pg_index i join pg_class t on t.oid = i.indrelid and t.relnamespace = 'public'::regnamespace
        left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x')
      where not i.indisprimary and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = i.indexrelid))
    select case when conname is null then format('drop index %s', indexrelid::regclass)
        else format('alter table %s drop constraint %I', indrelid::regclass, conname) end as drop,
      case when conname is null then pg_get_indexdef(indexrelid)
        else format('alter table %s add constraint %I %s', indrelid::regclass, conname, pg_get_constraintdef(constrained)) end as make
    from aside order by conname is null, indrelid, indexrelid`);
  for (const { drop } of rows) await owner.query(drop);
  return async (connections) => {
    const left = rows.map(({ make }) => make);
    const make = async (connection: pg.Client) => {
      await connection.query(`set maintenance_work_mem = '256MB'`);
      for (let next = left.shift(); next; next = left.shift()) await connection.query(next);
    };
    await Promise.all(connections.map(make));
  };
}

/** Another connection like this one, for as long as something runs. */
export async function withConnection<T>(like: pg.Client, run: (connection: pg.Client) => Promise<T>): Promise<T> {
  const { host, port, user, password, database } = like;
  const connection = new pg.Client({ host, port, user, password: password ?? undefined, database });
  await connection.connect();
  try {
    return await run(connection);
  } finally {
    await connection.end();
  }
}

export async function withConnections<T>(
  like: pg.Client,
  count: number,
  run: (connections: pg.Client[]) => Promise<T>,
  open: pg.Client[] = [],
): Promise<T> {
  if (open.length === count) return run(open);
  return withConnection(like, (connection) => withConnections(like, count, run, [...open, connection]));
}
