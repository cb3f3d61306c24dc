import { type EntityManager } from 'typeorm';

/** Locks calls until the transaction ends, always in one order, so that two callers who lock several never wait for each other. */
export async function lockCalls(tx: EntityManager, callIds: readonly string[]): Promise<void> {
  await tx.query('select 1 from call where id = any($1) order by id for no key update', [callIds]);
}
