/** Channel on which progress is told; payload: of what. Nothing durable: a missed one costs a redraw. */
export const PROGRESS_CHANNEL = 'shouwen_progress';

/**
 * Tells screens that there is progress of something: a call by its id, a run as `run:ID`, what telephones of a call do as `line:ID`, a team's
 * floor as `floor:ID`, the calls of a person that go on as `live:ID`.
 */
export async function tellProgress(
  database: { query(sql: string, values: unknown[]): Promise<unknown> },
  ofWhat: string,
): Promise<void> {
  await database.query('select pg_notify($1, $2)', [PROGRESS_CHANNEL, ofWhat]);
}
