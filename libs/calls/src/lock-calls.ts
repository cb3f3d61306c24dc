import { type EntityManager } from 'typeorm';

/** Locks calls until the transaction ends, in one order, so that nobody who also locks several waits for us in a ring. */
export async function lockCalls(tx: EntityManager, callIds: readonly string[]): Promise<void> {
  await tx.query('select 1 from call where id = any($1) order by id for no key update', [callIds]);
}
