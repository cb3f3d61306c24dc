import { type EntityManager } from 'typeorm';
import { Recording } from '../recording.entity.js';

/**
 * A recording with what it was cut from and what was cut from it, as far as their destruction has not started: held, kept and destroyed
 * together. In one order, so that two who lock them never wait for each other.
 */
export async function familyOf(
  tx: EntityManager,
  { id, partOfId }: Pick<Recording, 'id' | 'partOfId'>,
): Promise<Recording[]> {
  const whole = partOfId ?? id;
  return tx
    .createQueryBuilder(Recording, 'recording')
    .where('(recording.id = :whole or recording.part_of_id = :whole) and recording.destruction_started_at is null', {
      whole,
    })
    .orderBy('recording.id')
    .getMany();
}

/** In SQL, whether recordings `one` and `other`, by their aliases, are held, kept and destroyed together. */
export const SAME_ORIGINAL = (one: string, other: string): string =>
  `coalesce(${one}.part_of_id, ${one}.id) = coalesce(${other}.part_of_id, ${other}.id)`;

/** From now on its parts stand for it. */
export async function markSplit(tx: EntityManager, recordingId: string): Promise<void> {
  await tx.query('update recording set split_at = coalesce(split_at, now()) where id = $1', [recordingId]);
}
