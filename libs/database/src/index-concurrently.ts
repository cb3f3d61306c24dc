import { type QueryRunner } from 'typeorm';

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
  if (made) await runner.query(`drop index concurrently ${name}`);
  await runner.query(`create ${kind} concurrently ${name} ${definition}`);
}
