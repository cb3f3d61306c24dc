import { type EntityManager } from 'typeorm';
import { rowsOfCall } from '#calls';

/** The rows of one call. None while a recording of any of them is left, whose records still tell of it. */
export async function callWithoutSound(tx: EntityManager, callId: string): Promise<string[]> {
  const ids = await rowsOfCall(tx, callId);
  const sound: unknown[] = await tx.query(
    'select 1 from recording where call_id = any($1) and destruction_started_at is null limit 1',
    [ids],
  );
  return sound.length > 0 ? [] : ids;
}
