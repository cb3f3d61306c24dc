import { type EntityManager } from 'typeorm';

/** Whether the leg's sound is being destroyed, or is: what people write after that would outlive it. */
export async function wordsAreGone(tx: EntityManager, legId: string): Promise<boolean> {
  const gone: unknown[] = await tx.query(
    'select 1 from recording where leg_id = $1 and destruction_started_at is not null and split_at is null',
    [legId],
  );
  return gone.length > 0;
}
