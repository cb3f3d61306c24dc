import { type EntityManager } from 'typeorm';

/**
 * The rows of one call: itself, that which it was joined to, and all that were. None while a recording of any of them is left, whose records still
 * tell of it.
 */
export async function callWithoutSound(tx: EntityManager, callId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `with stays as (select coalesce((select into_call_id from call_joined where call_joined.call_id = $1), $1) as id),
       parts as (select id from stays union select call_joined.call_id from call_joined where into_call_id in (select id from stays))
     select id from parts where not exists (select 1 from recording
       where recording.call_id in (select id from parts) and recording.destruction_started_at is null)`,
    [callId],
  );
  return rows.map(({ id }) => id);
}
