import { type EntityManager } from 'typeorm';

/** Is a dispute of the call open, or asleep? One that was kept is open until it is final. */
export async function isDisputed(tx: EntityManager, callId: string): Promise<boolean> {
  const open: unknown[] = await tx.query(
    `select 1 from dispute where call_id = $1 and closed_at is null
       and (outcome is null or (outcome = 'kept' and (final_at > now() or slept_at is not null)))`,
    [callId],
  );
  return open.length > 0;
}
