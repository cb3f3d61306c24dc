import { type EntityManager } from 'typeorm';

/** The records of one source that happened on one day, by the key that seals them. */
export interface RecordDay {
  id: string;
  /** In UTC: `2026-12-01`. */
  day: string;
}

/** Days up to that one, the day that waited longest for a look first. */
export function recordDaysInTurn(tx: EntityManager, upTo: string, most: number): Promise<RecordDay[]> {
  return tx.query(
    `select key_id as id, to_char(day, 'YYYY-MM-DD') as day from telephony_key where destroyed_at is null and day <= $1
     order by looked_at nulls first, day limit $2`,
    [upTo, most],
  );
}

/** Its next turn comes after that of all others. */
export async function notedAsLookedAt(tx: EntityManager, { id }: RecordDay, now: Date): Promise<void> {
  await tx.query('update telephony_key set looked_at = $2 where key_id = $1', [id, now]);
}
