import { type QueryRunner } from 'typeorm';

/** A migration steps back from a lock that it does not get so soon. Shorter than the second after which PostgreSQL looks for a deadlock. */
export const LOCK_TIMEOUT_MS = 400;

/**
 * Makes an index while its table is read and written. The migration says `transaction = false`. One that was killed meanwhile leaves an index
 * that PostgreSQL does not use: it is dropped and made again, and one that is complete is left as it is.
 * @param definition what comes after the index's name, from `on` on
 */
export async function indexConcurrently(
  runner: QueryRunner,
  name: string,
  definition: string,
  kind: 'index' | 'unique index' = 'index',
): Promise<void> {
  const [made]: { complete: boolean }[] = await runner.query(
    'select indisvalid as complete from pg_index where indexrelid = to_regclass($1)',
    [name],
  );
  if (made?.complete) return;
  // It waits for every older statement of the database, and nothing waits for it.
  await runner.query('set lock_timeout = 0');
  if (made) await runner.query(`drop index concurrently ${name}`);
  await runner.query(`create ${kind} concurrently ${name} ${definition}`);
  await runner.query(`set lock_timeout = '${LOCK_TIMEOUT_MS}'`);
}
