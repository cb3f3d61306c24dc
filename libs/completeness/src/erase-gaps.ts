import { type EntityManager } from 'typeorm';

/** Takes out of the database what people wrote about gaps of a recording's call. What was missing, since when, and who accepted it stays. */
export async function eraseGaps(tx: EntityManager, recordingId: string): Promise<void> {
  await tx.query(
    `update gap set note = null where note is not null and leg_id = (select leg_id from recording where id = $1)`,
    [recordingId],
  );
}

/** The same of a call that was never recorded, or whose sound is gone. */
export async function eraseGapsOfCalls(tx: EntityManager, callIds: readonly string[]): Promise<void> {
  await tx.query(
    `update gap set note = null where note is not null and (call_id = any($1)
       or leg_id in (select id from leg where call_id = any($1)))`,
    [callIds],
  );
}
