import { type EntityManager } from 'typeorm';

/** The disputes of these that a person may close as another agent's (`closes_no_own_dispute`, which the database's own refusal asks as well). */
export async function disputesClosableBy(
  tx: EntityManager,
  disputeIds: readonly string[],
  personId: string,
  now: Date,
): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query(
    'select id from dispute where id = any($1) and slept_at is not null and closed_at is null and closes_no_own_dispute(id, $2, $3)',
    [disputeIds, personId, now],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Is a dispute of the call open, or asleep? One that was kept is open until it is final. */
export async function isDisputed(tx: EntityManager, callId: string): Promise<boolean> {
  const open: unknown[] = await tx.query(
    `select 1 from dispute where call_id = $1 and closed_at is null
       and (outcome is null or (outcome = 'kept' and (final_at > now() or slept_at is not null)))`,
    [callId],
  );
  return open.length > 0;
}
