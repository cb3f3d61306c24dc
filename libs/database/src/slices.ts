import { type QueryRunner } from 'typeorm';

const ROWS = 5000;

/**
 * Walks a whole table by its ids and changes some rows at a time, each slice in a transaction of its own, so that what is written meanwhile waits
 * for one slice only. The migration says `transaction = false`, and its change is safe to make twice: after a kill it begins again.
 * @param change statements for the rows whose ids are in the array `ids`
 */
export async function inSlices(runner: QueryRunner, table: string, change: (ids: string) => string): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows: { id: string }[] = await runner.query(
      `select id from ${table} where id > $1 order by id limit ${ROWS}`,
      [after],
    );
    if (rows.length === 0) return;
    await runner.query(change(`'{${rows.map(({ id }) => id).join(',')}}'::uuid[]`));
    after = rows.at(-1)!.id;
  }
}
