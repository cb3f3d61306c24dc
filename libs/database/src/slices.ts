import { type QueryRunner } from 'typeorm';

const ROWS = 5000;

/**
 * Walks a whole table by its ids and changes some rows at a time, each slice in a transaction of its own, so that what is written meanwhile waits
 * for one slice only. The migration says `transaction = false`, and its change is safe to make twice: after a kill, or a lock that was not to be
 * had, it begins again.
 * @param change statements for the rows whose ids are in the array `ids`
 * @param todo which rows are still to be changed, so that what begins again does not lock what is done
 */
export async function inSlices(
  runner: QueryRunner,
  { table, change, todo }: { table: string; change: (ids: string) => string; todo: string },
): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows: { id: string }[] = await runner.query(
      `select id from ${table} where id > $1 and ${todo} order by id limit ${ROWS}`,
      [after],
    );
    if (rows.length === 0) return;
    await runner.query(change(`'{${rows.map(({ id }) => id).join(',')}}'::uuid[]`));
    after = rows.at(-1)!.id;
  }
}
