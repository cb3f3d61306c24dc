import { type EntityManager } from 'typeorm';
import { forgetRecords } from '#calls';

/** How many of each there were, by the names that certificates count them by. */
export type ErasedRecords = Awaited<ReturnType<typeof forgetRecords>> & { telephonyRecords: number };

/**
 * Takes away what records of telephone systems told of calls: the records, the facts with their sources, and by what the customer is known again.
 * What the call's own columns say stays, as it does of every call. The key of the records follows once no other of its day is left.
 */
export async function eraseRecords(tx: EntityManager, callIds: readonly string[]): Promise<ErasedRecords> {
  const [, count]: [unknown[], number] = await tx.query('delete from telephony_record where call_id = any($1)', [
    callIds,
  ]);
  return { telephonyRecords: count, ...(await forgetRecords(tx, callIds)) };
}

/** Takes records of a key away that tell of no call. @returns how many */
export async function forgetRecordsOfNone(tx: EntityManager, keyId: string): Promise<number> {
  const [, count]: [unknown[], number] = await tx.query(
    'delete from telephony_record where key_id = $1 and call_id is null',
    [keyId],
  );
  return count;
}
